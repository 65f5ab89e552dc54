ALTER TABLE "import_mappings" ALTER COLUMN "mapping" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD COLUMN "chosen_table" jsonb;--> statement-breakpoint
ALTER TABLE "student_imports" ADD COLUMN "layout" jsonb;