DROP INDEX "class_coaches_user_idx";--> statement-breakpoint
DROP INDEX "enrollments_user_idx";--> statement-breakpoint
CREATE INDEX "class_coaches_user_idx" ON "class_coaches" USING btree ("organization_id","user_id","class_id");--> statement-breakpoint
CREATE INDEX "enrollments_user_idx" ON "enrollments" USING btree ("organization_id","user_id","state","class_id");