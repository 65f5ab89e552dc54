ALTER TABLE "core"."invitations" ADD COLUMN "student_id" uuid;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD COLUMN "guardian_id" uuid;--> statement-breakpoint
CREATE INDEX "invitations_student_idx" ON "core"."invitations" USING btree ("organization_id","student_id") WHERE "core"."invitations"."student_id" is not null;--> statement-breakpoint
CREATE INDEX "invitations_guardian_idx" ON "core"."invitations" USING btree ("organization_id","guardian_id") WHERE "core"."invitations"."guardian_id" is not null;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_record_check" CHECK ("core"."invitations"."student_id" is null or "core"."invitations"."guardian_id" is null);--> statement-breakpoint
-- An invitation that waits already may be tied to a record.
GRANT UPDATE (student_id, guardian_id) ON core.invitations TO homeroom_tenant;
