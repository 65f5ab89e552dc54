ALTER TABLE "core"."student_transfers" ADD COLUMN "last_day" date NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD COLUMN "delivery" text DEFAULT 'queued' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD COLUMN "last_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD COLUMN "declined_by" text;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD COLUMN "files_pending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD COLUMN "requested_by_user_id" uuid;--> statement-breakpoint
CREATE INDEX "student_transfers_student_idx" ON "core"."student_transfers" USING btree ("organization_id","student_id","created_at");--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD CONSTRAINT "student_transfers_delivery_check" CHECK ("core"."student_transfers"."delivery" in ('queued', 'sent', 'failed', 'cancelled'));--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD CONSTRAINT "student_transfers_declined_by_check" CHECK ("core"."student_transfers"."declined_by" in ('guardian', 'school'));--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD CONSTRAINT "student_transfers_agreed_check" CHECK ("core"."student_transfers"."status" not in ('awaiting_school', 'completed') or "core"."student_transfers"."guardian_agreed_at" is not null);--> statement-breakpoint
ALTER POLICY "tenant" ON "core"."student_transfers" TO homeroom_tenant USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid or
        to_organization_id = nullif(current_setting('app.organization_id', true), '')::uuid and guardian_agreed_at is not null) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
-- Column by column: the sending school answers neither for the guardian nor for the other school, and sends no record
-- further than was agreed; the receiving one may change nothing, and make no row its own.
REVOKE INSERT, UPDATE ON core.student_transfers FROM homeroom_tenant;--> statement-breakpoint
GRANT INSERT (organization_id, id, to_organization_id, student_id, student_name, from_school_name, to_school_name, sections, reason, last_day, guardian_name, guardian_email, locale, requested_by, requested_by_user_id, expires_at) ON core.student_transfers TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (status, delivery, expires_at, closed_at, updated_at) ON core.student_transfers TO homeroom_tenant;
