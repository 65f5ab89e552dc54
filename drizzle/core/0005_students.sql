CREATE TABLE "core"."student_transfers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"to_organization_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"student_name" text NOT NULL,
	"from_school_name" text NOT NULL,
	"to_school_name" text NOT NULL,
	"sections" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'awaiting_guardian' NOT NULL,
	"guardian_name" text NOT NULL,
	"guardian_email" text NOT NULL,
	"locale" text DEFAULT 'es' NOT NULL,
	"token_hash" text,
	"guardian_agreed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"decided_by" text DEFAULT '' NOT NULL,
	"decline_reason" text DEFAULT '' NOT NULL,
	"received_student_id" uuid,
	"requested_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "student_transfers_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "student_transfers_status_check" CHECK ("core"."student_transfers"."status" in ('awaiting_guardian', 'awaiting_school', 'completed', 'declined', 'withdrawn', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "core"."student_transfers" ADD CONSTRAINT "student_transfers_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "student_transfers_one_open" ON "core"."student_transfers" USING btree ("organization_id","student_id") WHERE "core"."student_transfers"."status" in ('awaiting_guardian', 'awaiting_school');--> statement-breakpoint
CREATE UNIQUE INDEX "student_transfers_token_key" ON "core"."student_transfers" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "student_transfers_list_idx" ON "core"."student_transfers" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "student_transfers_incoming_idx" ON "core"."student_transfers" USING btree ("to_organization_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."student_transfers" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid or to_organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."student_transfers" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."student_transfers" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '')) WITH CHECK (token_hash = nullif(current_setting('app.token_hash', true), ''));--> statement-breakpoint
ALTER TABLE core.student_transfers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON core.student_transfers TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON core.student_transfers TO homeroom_platform;--> statement-breakpoint
GRANT SELECT ON core.student_transfers TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON core.student_transfers TO homeroom_operator;
