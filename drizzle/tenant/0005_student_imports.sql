ALTER TABLE "student_import_changes" DROP CONSTRAINT "student_import_changes_entity_check";--> statement-breakpoint
ALTER TABLE "student_import_changes" ADD COLUMN "imported_before" jsonb;--> statement-breakpoint
ALTER TABLE "student_import_rows" ADD COLUMN "document" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "matches" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "title_year" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "row_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "creates" jsonb DEFAULT '{"years":[],"grades":[],"sections":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "student_import_changes_entity_idx" ON "student_import_changes" USING btree ("organization_id","entity_id");--> statement-breakpoint
ALTER TABLE "student_import_changes" ADD CONSTRAINT "student_import_changes_entity_check" CHECK ("student_import_changes"."entity" in ('student', 'health', 'guardian', 'guardian_link', 'authorized', 'section', 'grade', 'year', 'status'));