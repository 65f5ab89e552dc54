CREATE TABLE "academic_years" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"is_current" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "academic_years_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "academic_years_days_check" CHECK ("academic_years"."starts_on" < "academic_years"."ends_on"),
	CONSTRAINT "academic_years_current_check" CHECK (not "academic_years"."is_current" or "academic_years"."state" = 'open'),
	CONSTRAINT "academic_years_state_check" CHECK ("academic_years"."state" in ('planned', 'open', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "academic_years" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "grades" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sort_key" text NOT NULL,
	"level" text DEFAULT 'other' NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grades_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "grades_level_check" CHECK ("grades"."level" in ('preschool', 'primary', 'secondary', 'other'))
);
--> statement-breakpoint
ALTER TABLE "grades" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollovers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_year_id" uuid NOT NULL,
	"to_year_id" uuid NOT NULL,
	"done_by" text NOT NULL,
	"made" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "rollovers_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "rollovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sections" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"grade_id" uuid NOT NULL,
	"name" text NOT NULL,
	"capacity" integer,
	"guide_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sections_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "sections_capacity_check" CHECK ("sections"."capacity" > 0)
);
--> statement-breakpoint
ALTER TABLE "sections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subjects" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sort_key" text NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subjects_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "terms" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "terms_days_check" CHECK ("terms"."starts_on" < "terms"."ends_on")
);
--> statement-breakpoint
ALTER TABLE "terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counters" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_import_changes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"student_id" uuid,
	"field" text,
	"before" jsonb,
	"after" jsonb,
	"undone" text,
	CONSTRAINT "student_import_changes_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_import_changes_entity_check" CHECK ("student_import_changes"."entity" in ('student', 'health', 'guardian', 'guardian_link', 'authorized', 'section', 'year')),
	CONSTRAINT "student_import_changes_undone_check" CHECK ("student_import_changes"."undone" in ('reverted', 'kept'))
);
--> statement-breakpoint
ALTER TABLE "student_import_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_import_rows" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"verdict" text,
	"student_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"kept" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"applied" boolean DEFAULT false NOT NULL,
	CONSTRAINT "student_import_rows_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_import_rows_verdict_check" CHECK ("student_import_rows"."verdict" in ('new', 'changed', 'unchanged', 'error'))
);
--> statement-breakpoint
ALTER TABLE "student_import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_imports" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text,
	"byte_size" bigint NOT NULL,
	"format" text NOT NULL,
	"sheet" text DEFAULT '' NOT NULL,
	"header_row" integer DEFAULT 1 NOT NULL,
	"headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mapping" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hold" jsonb,
	"confirmed_by" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"cancel_requested_by" text,
	"created_by" text NOT NULL,
	"created_by_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "student_imports_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_imports_state_check" CHECK ("student_imports"."state" in ('reading', 'mapped', 'checking', 'checked', 'held', 'applying', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
	CONSTRAINT "student_imports_format_check" CHECK ("student_imports"."format" in ('xls', 'xlsx', 'csv'))
);
--> statement-breakpoint
ALTER TABLE "student_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "academic_records" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"year" text NOT NULL,
	"grade" text NOT NULL,
	"section" text DEFAULT '' NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"average" numeric(5, 2),
	"literal" text DEFAULT '' NOT NULL,
	"result" text DEFAULT 'in_progress' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"rollover_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "academic_records_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "academic_records_average_check" CHECK ("academic_records"."average" between 0 and 20),
	CONSTRAINT "academic_records_result_check" CHECK ("academic_records"."result" in ('in_progress', 'promoted', 'held_back', 'graduated', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "academic_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "incidents" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"occurred_on" date NOT NULL,
	"reported_by_user_id" uuid,
	"reported_by" text NOT NULL,
	"description" text NOT NULL,
	"action_taken" text DEFAULT '' NOT NULL,
	"follow_up" text DEFAULT '' NOT NULL,
	"parent_informed_on" date,
	"voided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "incidents_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "incidents_kind_check" CHECK ("incidents"."kind" in ('conduct', 'absence', 'lateness', 'damage', 'violence', 'honesty', 'other')),
	CONSTRAINT "incidents_severity_check" CHECK ("incidents"."severity" in ('minor', 'moderate', 'serious'))
);
--> statement-breakpoint
ALTER TABLE "incidents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_documents" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" bigint NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by" text DEFAULT '' NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "student_documents_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_documents_kind_check" CHECK ("student_documents"."kind" in ('birth_certificate', 'identity_card', 'photo', 'vaccination_card', 'medical_report', 'grades', 'transfer', 'agreement', 'other'))
);
--> statement-breakpoint
ALTER TABLE "student_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vaccinations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"vaccine" text NOT NULL,
	"dose" text DEFAULT '' NOT NULL,
	"given_on" date,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vaccinations_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "vaccinations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "authorized_persons" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"first_names" text NOT NULL,
	"last_names" text DEFAULT '' NOT NULL,
	"relationship" text,
	"cedula" text,
	"mobile_phone" text DEFAULT '' NOT NULL,
	"home_phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "authorized_persons_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "authorized_persons_place_check" CHECK ("authorized_persons"."place" between 1 and 2),
	CONSTRAINT "authorized_persons_cedula_check" CHECK ("authorized_persons"."cedula" ~ '^[VE][0-9]{4,12}$'),
	CONSTRAINT "authorized_persons_relationship_check" CHECK ("authorized_persons"."relationship" in ('father', 'mother', 'grandfather', 'grandmother', 'uncle', 'aunt', 'brother', 'sister', 'legal_guardian', 'other'))
);
--> statement-breakpoint
ALTER TABLE "authorized_persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guardians" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_kind" text DEFAULT 'cedula' NOT NULL,
	"cedula" text,
	"first_names" text NOT NULL,
	"last_names" text NOT NULL,
	"sort_key" text NOT NULL,
	"search_key" text NOT NULL,
	"gender" text,
	"birth_date" date,
	"nationality" text DEFAULT '' NOT NULL,
	"civil_status" text,
	"mobile_phone" text DEFAULT '' NOT NULL,
	"home_phone" text DEFAULT '' NOT NULL,
	"work_phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"education" text DEFAULT '' NOT NULL,
	"profession" text DEFAULT '' NOT NULL,
	"occupation" text DEFAULT '' NOT NULL,
	"workplace" text DEFAULT '' NOT NULL,
	"work_address" text DEFAULT '' NOT NULL,
	"monthly_income" numeric(14, 2),
	"notes" text DEFAULT '' NOT NULL,
	"user_id" uuid,
	"merged_into_id" uuid,
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guardians_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "guardians_document_kind_check" CHECK ("guardians"."document_kind" in ('cedula', 'school_cedula', 'passport', 'birth_certificate', 'other')),
	CONSTRAINT "guardians_gender_check" CHECK ("guardians"."gender" in ('female', 'male')),
	CONSTRAINT "guardians_civil_status_check" CHECK ("guardians"."civil_status" in ('single', 'married', 'divorced', 'widowed', 'partnership')),
	CONSTRAINT "guardians_cedula_check" CHECK ("guardians"."cedula" ~ '^[VE][0-9]{4,12}$')
);
--> statement-breakpoint
ALTER TABLE "guardians" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "health_records" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"blood_type" text,
	"allergies" text DEFAULT '' NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"medication" text DEFAULT '' NOT NULL,
	"emergency_notes" text DEFAULT '' NOT NULL,
	"weight_kg" numeric(6, 2),
	"height_cm" numeric(6, 2),
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "health_records_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "health_records_blood_type_check" CHECK ("health_records"."blood_type" in ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'))
);
--> statement-breakpoint
ALTER TABLE "health_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_merges" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"done_by" text NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "record_merges_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "record_merges_kind_check" CHECK ("record_merges"."kind" in ('student', 'guardian'))
);
--> statement-breakpoint
ALTER TABLE "record_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollover_students" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rollover_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	CONSTRAINT "rollover_students_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "rollover_students_outcome_check" CHECK ("rollover_students"."outcome" in ('promoted', 'held_back', 'graduated', 'left_out'))
);
--> statement-breakpoint
ALTER TABLE "rollover_students" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_guardians" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"guardian_id" uuid NOT NULL,
	"type" text NOT NULL,
	"relationship" text NOT NULL,
	"is_primary_contact" boolean DEFAULT false NOT NULL,
	"may_pick_up" boolean DEFAULT false NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "student_guardians_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_guardians_type_check" CHECK ("student_guardians"."type" in ('primary', 'secondary', 'emergency')),
	CONSTRAINT "student_guardians_relationship_check" CHECK ("student_guardians"."relationship" in ('father', 'mother', 'grandfather', 'grandmother', 'uncle', 'aunt', 'brother', 'sister', 'legal_guardian', 'other'))
);
--> statement-breakpoint
ALTER TABLE "student_guardians" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "student_statuses" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"status" text NOT NULL,
	"since" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"other_school" text DEFAULT '' NOT NULL,
	"other_school_code" text DEFAULT '' NOT NULL,
	"recorded_by" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "student_statuses_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_statuses_status_check" CHECK ("student_statuses"."status" in ('active', 'inactive', 'transferred', 'graduated'))
);
--> statement-breakpoint
ALTER TABLE "student_statuses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "students" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"document_kind" text DEFAULT 'cedula' NOT NULL,
	"cedula" text,
	"school_cedula" text,
	"first_names" text NOT NULL,
	"last_names" text NOT NULL,
	"sort_key" text NOT NULL,
	"search_key" text NOT NULL,
	"gender" text NOT NULL,
	"birth_date" date NOT NULL,
	"birth_country" text DEFAULT '' NOT NULL,
	"birth_state" text DEFAULT '' NOT NULL,
	"birth_municipality" text DEFAULT '' NOT NULL,
	"birth_city" text DEFAULT '' NOT NULL,
	"nationality" text DEFAULT '' NOT NULL,
	"year_id" uuid,
	"grade_id" uuid,
	"section_id" uuid,
	"list_number" integer,
	"status" text DEFAULT 'active' NOT NULL,
	"entered_on" date,
	"entry_kind" text DEFAULT '' NOT NULL,
	"previous_school" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"home_phone" text DEFAULT '' NOT NULL,
	"mobile_phone" text DEFAULT '' NOT NULL,
	"emergency_phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"shirt_size" text DEFAULT '' NOT NULL,
	"trouser_size" text DEFAULT '' NOT NULL,
	"shoe_size" text DEFAULT '' NOT NULL,
	"handedness" text DEFAULT '' NOT NULL,
	"religion" text DEFAULT '' NOT NULL,
	"lives_with" text DEFAULT '' NOT NULL,
	"transport" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"photo_key" text,
	"user_id" uuid,
	"merged_into_id" uuid,
	"locked_at" timestamp with time zone,
	"imported" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "students_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "students_status_check" CHECK ("students"."status" in ('active', 'inactive', 'transferred', 'graduated')),
	CONSTRAINT "students_gender_check" CHECK ("students"."gender" in ('female', 'male')),
	CONSTRAINT "students_document_kind_check" CHECK ("students"."document_kind" in ('cedula', 'school_cedula', 'passport', 'birth_certificate', 'other')),
	CONSTRAINT "students_cedula_check" CHECK ("students"."cedula" ~ '^[VE][0-9]{4,12}$'),
	CONSTRAINT "students_school_cedula_check" CHECK ("students"."school_cedula" ~ '^[0-9]{6,15}$'),
	CONSTRAINT "students_section_check" CHECK ("students"."section_id" is null or ("students"."year_id" is not null and "students"."grade_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "students" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "year_id" uuid;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "classes" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "academic_years" ADD CONSTRAINT "academic_years_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_from_fk" FOREIGN KEY ("organization_id","from_year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_to_fk" FOREIGN KEY ("organization_id","to_year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_year_fk" FOREIGN KEY ("organization_id","year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_grade_fk" FOREIGN KEY ("organization_id","grade_id") REFERENCES "grades"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_guide_fk" FOREIGN KEY ("organization_id","guide_user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_year_fk" FOREIGN KEY ("organization_id","year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_import_changes" ADD CONSTRAINT "student_import_changes_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "student_imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_import_rows" ADD CONSTRAINT "student_import_rows_import_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "student_imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_imports" ADD CONSTRAINT "student_imports_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "academic_records" ADD CONSTRAINT "academic_records_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_reporter_fk" FOREIGN KEY ("organization_id","reported_by_user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_documents" ADD CONSTRAINT "student_documents_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaccinations" ADD CONSTRAINT "vaccinations_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorized_persons" ADD CONSTRAINT "authorized_persons_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_user_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_merged_into_fk" FOREIGN KEY ("organization_id","merged_into_id") REFERENCES "guardians"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_records" ADD CONSTRAINT "health_records_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_merges" ADD CONSTRAINT "record_merges_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_rollover_fk" FOREIGN KEY ("organization_id","rollover_id") REFERENCES "rollovers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_guardians" ADD CONSTRAINT "student_guardians_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_guardians" ADD CONSTRAINT "student_guardians_guardian_fk" FOREIGN KEY ("organization_id","guardian_id") REFERENCES "guardians"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_statuses" ADD CONSTRAINT "student_statuses_student_fk" FOREIGN KEY ("organization_id","student_id") REFERENCES "students"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_year_fk" FOREIGN KEY ("organization_id","year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_grade_fk" FOREIGN KEY ("organization_id","grade_id") REFERENCES "grades"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_section_fk" FOREIGN KEY ("organization_id","section_id") REFERENCES "sections"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_user_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "students" ADD CONSTRAINT "students_merged_into_fk" FOREIGN KEY ("organization_id","merged_into_id") REFERENCES "students"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "academic_years_name_key" ON "academic_years" USING btree ("organization_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "academic_years_one_current" ON "academic_years" USING btree ("organization_id") WHERE "academic_years"."is_current";--> statement-breakpoint
CREATE UNIQUE INDEX "grades_name_key" ON "grades" USING btree ("organization_id","sort_key") WHERE "grades"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "grades_position_idx" ON "grades" USING btree ("organization_id","position","id");--> statement-breakpoint
CREATE INDEX "rollovers_done_idx" ON "rollovers" USING btree ("organization_id","done_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sections_name_key" ON "sections" USING btree ("organization_id","year_id","grade_id","name");--> statement-breakpoint
CREATE INDEX "sections_grade_idx" ON "sections" USING btree ("organization_id","grade_id");--> statement-breakpoint
CREATE INDEX "sections_guide_idx" ON "sections" USING btree ("organization_id","guide_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subjects_name_key" ON "subjects" USING btree ("organization_id","sort_key") WHERE "subjects"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "terms_position_key" ON "terms" USING btree ("organization_id","year_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "counters_name_key" ON "counters" USING btree ("organization_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_signature_key" ON "import_mappings" USING btree ("organization_id","signature");--> statement-breakpoint
CREATE INDEX "student_import_changes_import_idx" ON "student_import_changes" USING btree ("organization_id","import_id","row_number","id");--> statement-breakpoint
CREATE UNIQUE INDEX "student_import_rows_number_key" ON "student_import_rows" USING btree ("organization_id","import_id","row_number");--> statement-breakpoint
CREATE INDEX "student_import_rows_verdict_idx" ON "student_import_rows" USING btree ("organization_id","import_id","verdict","row_number");--> statement-breakpoint
CREATE UNIQUE INDEX "student_imports_one_at_a_time" ON "student_imports" USING btree ("organization_id") WHERE "student_imports"."state" in ('applying', 'undoing');--> statement-breakpoint
CREATE INDEX "student_imports_list_idx" ON "student_imports" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "academic_records_student_idx" ON "academic_records" USING btree ("organization_id","student_id","year","id");--> statement-breakpoint
CREATE INDEX "academic_records_rollover_idx" ON "academic_records" USING btree ("organization_id","rollover_id");--> statement-breakpoint
CREATE INDEX "incidents_student_idx" ON "incidents" USING btree ("organization_id","student_id","occurred_on","id");--> statement-breakpoint
CREATE INDEX "incidents_reporter_idx" ON "incidents" USING btree ("organization_id","reported_by_user_id");--> statement-breakpoint
CREATE INDEX "student_documents_student_idx" ON "student_documents" USING btree ("organization_id","student_id","created_at","id");--> statement-breakpoint
CREATE INDEX "vaccinations_student_idx" ON "vaccinations" USING btree ("organization_id","student_id","given_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "authorized_persons_place_key" ON "authorized_persons" USING btree ("organization_id","student_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "guardians_cedula_key" ON "guardians" USING btree ("organization_id","cedula") WHERE "guardians"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "guardians_user_key" ON "guardians" USING btree ("organization_id","user_id") WHERE "guardians"."merged_into_id" is null;--> statement-breakpoint
CREATE INDEX "guardians_list_idx" ON "guardians" USING btree ("organization_id","sort_key","id") WHERE "guardians"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "health_records_student_key" ON "health_records" USING btree ("organization_id","student_id");--> statement-breakpoint
CREATE INDEX "record_merges_kept_idx" ON "record_merges" USING btree ("organization_id","kept_id","done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rollover_students_key" ON "rollover_students" USING btree ("organization_id","rollover_id","student_id");--> statement-breakpoint
CREATE UNIQUE INDEX "student_guardians_type_key" ON "student_guardians" USING btree ("organization_id","student_id","type");--> statement-breakpoint
CREATE UNIQUE INDEX "student_guardians_person_key" ON "student_guardians" USING btree ("organization_id","student_id","guardian_id");--> statement-breakpoint
CREATE UNIQUE INDEX "student_guardians_one_contact" ON "student_guardians" USING btree ("organization_id","student_id") WHERE "student_guardians"."is_primary_contact";--> statement-breakpoint
CREATE INDEX "student_guardians_guardian_idx" ON "student_guardians" USING btree ("organization_id","guardian_id","student_id");--> statement-breakpoint
CREATE INDEX "student_statuses_student_idx" ON "student_statuses" USING btree ("organization_id","student_id","since","id");--> statement-breakpoint
CREATE INDEX "student_statuses_since_idx" ON "student_statuses" USING btree ("organization_id","since","id");--> statement-breakpoint
CREATE UNIQUE INDEX "students_code_key" ON "students" USING btree ("organization_id","code") WHERE "students"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "students_cedula_key" ON "students" USING btree ("organization_id","cedula") WHERE "students"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "students_school_cedula_key" ON "students" USING btree ("organization_id","school_cedula") WHERE "students"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "students_user_key" ON "students" USING btree ("organization_id","user_id") WHERE "students"."merged_into_id" is null;--> statement-breakpoint
CREATE INDEX "students_list_idx" ON "students" USING btree ("organization_id","sort_key","id") WHERE "students"."merged_into_id" is null;--> statement-breakpoint
CREATE INDEX "students_section_idx" ON "students" USING btree ("organization_id","section_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "students_grade_idx" ON "students" USING btree ("organization_id","year_id","grade_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "students_status_idx" ON "students" USING btree ("organization_id","status","sort_key","id");--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_year_fk" FOREIGN KEY ("organization_id","year_id") REFERENCES "academic_years"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_section_fk" FOREIGN KEY ("organization_id","section_id") REFERENCES "sections"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_subject_fk" FOREIGN KEY ("organization_id","subject_id") REFERENCES "subjects"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "classes_section_idx" ON "classes" USING btree ("organization_id","section_id");--> statement-breakpoint
CREATE INDEX "classes_subject_idx" ON "classes" USING btree ("organization_id","subject_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "academic_years" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "grades" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "rollovers" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "sections" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "subjects" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "terms" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "counters" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "import_mappings" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_import_changes" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_import_rows" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_imports" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "academic_records" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "incidents" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_documents" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "vaccinations" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "authorized_persons" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "guardians" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "health_records" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "record_merges" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "rollover_students" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_guardians" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "student_statuses" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "students" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE academic_years FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE terms FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE grades FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sections FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE subjects FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE rollovers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE students FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_statuses FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE health_records FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE guardians FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_guardians FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE authorized_persons FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE rollover_students FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE record_merges FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE academic_records FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE incidents FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE vaccinations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_documents FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_imports FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_import_rows FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE student_import_changes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE import_mappings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE counters FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON academic_years, terms, grades, sections, subjects, rollovers, students, student_statuses, health_records, guardians, student_guardians, authorized_persons, rollover_students, record_merges, academic_records, incidents, vaccinations, student_documents, student_imports, student_import_rows, student_import_changes, import_mappings, counters TO homeroom_tenant, homeroom_operator;
