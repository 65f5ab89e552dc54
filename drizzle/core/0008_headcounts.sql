CREATE TABLE "core"."organization_headcounts" (
	"organization_id" uuid NOT NULL,
	"level" text NOT NULL,
	"gender" text NOT NULL,
	"age" integer NOT NULL,
	"students" integer NOT NULL,
	CONSTRAINT "organization_headcounts_pkey" PRIMARY KEY("organization_id","level","gender","age"),
	CONSTRAINT "organization_headcounts_level_check" CHECK ("core"."organization_headcounts"."level" in ('preschool', 'primary', 'secondary', 'other')),
	CONSTRAINT "organization_headcounts_gender_check" CHECK ("core"."organization_headcounts"."gender" in ('female', 'male')),
	CONSTRAINT "organization_headcounts_students_check" CHECK ("core"."organization_headcounts"."students" > 0)
);
--> statement-breakpoint
ALTER TABLE "core"."organization_headcounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "core"."organization_headcounts" ADD CONSTRAINT "organization_headcounts_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organization_headcounts" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organization_headcounts" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE core.organization_headcounts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON core.organization_headcounts TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT ON core.organization_headcounts TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON core.organization_headcounts TO homeroom_operator;
