CREATE TABLE "saved_views" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "saved_views_screen_check" CHECK ("saved_views"."screen" in ('classes', 'users', 'invitations', 'audit'))
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_state_check";--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "year" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "wait_number" integer;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "withdrawn_on" date;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "withdrawal_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "moved_to_class_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views" USING btree ("organization_id","user_id","screen","sort_key");--> statement-breakpoint
CREATE INDEX "saved_views_shared_idx" ON "saved_views" USING btree ("organization_id","screen","is_shared");--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_moved_to_fk" FOREIGN KEY ("organization_id","moved_to_class_id") REFERENCES "classes"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "classes_year_idx" ON "classes" USING btree ("organization_id","year","sort_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_open_key" ON "enrollments" USING btree ("organization_id","class_id","user_id") WHERE "enrollments"."state" in ('active', 'waiting');--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_waiting_key" ON "enrollments" USING btree ("organization_id","class_id","wait_number") WHERE "enrollments"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "enrollments_history_idx" ON "enrollments" USING btree ("organization_id","class_id","withdrawn_at","id");--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_waiting_check" CHECK (("enrollments"."state" = 'waiting') = ("enrollments"."wait_number" is not null));--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_state_check" CHECK ("enrollments"."state" in ('active', 'waiting', 'withdrawn'));--> statement-breakpoint
CREATE POLICY "tenant" ON "saved_views" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO homeroom_tenant, homeroom_operator;
