CREATE TABLE "class_coaches" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_lead" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "class_coaches_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "class_coaches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "classes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sort_key" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"capacity" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "classes_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "classes_state_check" CHECK ("classes"."state" in ('active', 'archived')),
	CONSTRAINT "classes_capacity_check" CHECK ("classes"."capacity" > 0)
);
--> statement-breakpoint
ALTER TABLE "classes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrollments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "enrollments_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "enrollments_state_check" CHECK ("enrollments"."state" in ('active', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "enrollments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "class_coaches" ADD CONSTRAINT "class_coaches_class_fk" FOREIGN KEY ("organization_id","class_id") REFERENCES "classes"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_coaches" ADD CONSTRAINT "class_coaches_user_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_class_fk" FOREIGN KEY ("organization_id","class_id") REFERENCES "classes"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "class_coaches_member_key" ON "class_coaches" USING btree ("organization_id","class_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "class_coaches_one_lead" ON "class_coaches" USING btree ("organization_id","class_id") WHERE "class_coaches"."is_lead";--> statement-breakpoint
CREATE INDEX "class_coaches_user_idx" ON "class_coaches" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "classes_name_key" ON "classes" USING btree ("organization_id","sort_key") WHERE "classes"."state" = 'active';--> statement-breakpoint
CREATE INDEX "classes_list_idx" ON "classes" USING btree ("organization_id","state","sort_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_active_key" ON "enrollments" USING btree ("organization_id","class_id","user_id") WHERE "enrollments"."state" = 'active';--> statement-breakpoint
CREATE INDEX "enrollments_user_idx" ON "enrollments" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "class_coaches" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "classes" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "enrollments" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);