CREATE TABLE "attendance_days" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"day" date NOT NULL,
	"mark" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"recorded_by_user_id" uuid,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_days_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "attendance_days_mark_check" CHECK ("attendance_days"."mark" in ('absent', 'excused', 'late'))
);
--> statement-breakpoint
ALTER TABLE "attendance_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attendance_days" ADD CONSTRAINT "attendance_days_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_days" ADD CONSTRAINT "attendance_days_recorder_fk" FOREIGN KEY ("organization_id","recorded_by_user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_days_day_key" ON "attendance_days" USING btree ("organization_id","student_id","day");--> statement-breakpoint
CREATE INDEX "attendance_days_recorder_idx" ON "attendance_days" USING btree ("organization_id","recorded_by_user_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "attendance_days" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "attendance_days" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "attendance_days" TO homeroom_tenant, homeroom_operator;
