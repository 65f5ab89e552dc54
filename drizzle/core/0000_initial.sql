CREATE SCHEMA "core";
--> statement-breakpoint
CREATE TABLE "core"."account_passwords" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."account_passwords" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"locale" text,
	"theme" text,
	"density" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"ip_address" text,
	"user_agent" text
);
--> statement-breakpoint
ALTER TABLE "core"."sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"account_id" uuid,
	"token_hash" text NOT NULL,
	"payload" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "tokens_purpose_check" CHECK ("core"."tokens"."purpose" in ('verify_email', 'reset_password'))
);
--> statement-breakpoint
ALTER TABLE "core"."tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"actor_account_id" uuid,
	"actor_user_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"subject_name" text DEFAULT '' NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"ip_address" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."invitation_batches" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_by" uuid,
	"status" text DEFAULT 'sending' NOT NULL,
	"line_count" integer NOT NULL,
	"invited_count" integer NOT NULL,
	"refused" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "invitation_batches_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitation_batches_status_check" CHECK ("core"."invitation_batches"."status" in ('sending', 'done', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "core"."invitation_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."invitation_tokens" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_tokens_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "core"."invitation_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."invitations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"search_key" text NOT NULL,
	"role" text NOT NULL,
	"class_id" uuid,
	"status" text DEFAULT 'pending' NOT NULL,
	"delivery" text DEFAULT 'queued' NOT NULL,
	"batch_id" uuid,
	"line" integer,
	"invited_by" uuid,
	"send_count" integer DEFAULT 0 NOT NULL,
	"last_sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"accepted_user_id" uuid,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitations_role_check" CHECK ("core"."invitations"."role" in ('STUDENT', 'PARENT', 'COACH', 'ORG_ADMIN', 'ADMIN')),
	CONSTRAINT "invitations_status_check" CHECK ("core"."invitations"."status" in ('pending', 'accepted', 'revoked', 'expired')),
	CONSTRAINT "invitations_delivery_check" CHECK ("core"."invitations"."delivery" in ('queued', 'sent', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "core"."invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."outbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."outbox_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "core"."rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"logo_key" text,
	"status" text DEFAULT 'active' NOT NULL,
	"plan" text DEFAULT 'COMMUNITY' NOT NULL,
	"kind" text DEFAULT 'guest' NOT NULL,
	"master_id" uuid,
	"is_default" boolean DEFAULT false NOT NULL,
	"settings" jsonb NOT NULL,
	"placement" text DEFAULT 'app' NOT NULL,
	"max_users" integer DEFAULT 500 NOT NULL,
	"features" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_status_check" CHECK ("core"."organizations"."status" in ('active', 'suspended', 'inactive')),
	CONSTRAINT "organizations_plan_check" CHECK ("core"."organizations"."plan" in ('COMMUNITY', 'PRO', 'ENTERPRISE')),
	CONSTRAINT "organizations_kind_check" CHECK ("core"."organizations"."kind" in ('master', 'guest')),
	CONSTRAINT "organizations_slug_check" CHECK ("core"."organizations"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
	CONSTRAINT "organizations_placement_check" CHECK ("core"."organizations"."placement" ~ '^(app|school_[a-z0-9_]{1,50})$'),
	CONSTRAINT "organizations_master_check" CHECK (("core"."organizations"."kind" = 'master') = ("core"."organizations"."master_id" is null)),
	CONSTRAINT "organizations_max_users_check" CHECK ("core"."organizations"."max_users" > 0)
);
--> statement-breakpoint
ALTER TABLE "core"."organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."schema_migrations" (
	"placement" text NOT NULL,
	"name" text NOT NULL,
	"checksum" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."users" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"sort_key" text NOT NULL,
	"search_key" text NOT NULL,
	"role" text DEFAULT 'STUDENT' NOT NULL,
	"tier" text DEFAULT 'COMMUNITY' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "users_role_check" CHECK ("core"."users"."role" in ('STUDENT', 'PARENT', 'COACH', 'ORG_ADMIN', 'ADMIN')),
	CONSTRAINT "users_tier_check" CHECK ("core"."users"."tier" in ('COMMUNITY', 'PRO', 'ENTERPRISE')),
	CONSTRAINT "users_status_check" CHECK ("core"."users"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
ALTER TABLE "core"."users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "core"."account_passwords" ADD CONSTRAINT "account_passwords_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD CONSTRAINT "sessions_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."tokens" ADD CONSTRAINT "tokens_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitation_batches" ADD CONSTRAINT "invitation_batches_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitation_batches" ADD CONSTRAINT "invitation_batches_created_by_fk" FOREIGN KEY ("organization_id","created_by") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitation_tokens" ADD CONSTRAINT "invitation_tokens_invitation_fk" FOREIGN KEY ("organization_id","invitation_id") REFERENCES "core"."invitations"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_batch_fk" FOREIGN KEY ("organization_id","batch_id") REFERENCES "core"."invitation_batches"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_invited_by_fk" FOREIGN KEY ("organization_id","invited_by") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_accepted_user_fk" FOREIGN KEY ("organization_id","accepted_user_id") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organizations" ADD CONSTRAINT "organizations_master_fk" FOREIGN KEY ("master_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."users" ADD CONSTRAINT "users_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."users" ADD CONSTRAINT "users_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_key" ON "core"."accounts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "core"."sessions" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_token_hash_key" ON "core"."tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "tokens_email_idx" ON "core"."tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "audit_events_list_idx" ON "core"."audit_events" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "core"."audit_events" USING btree ("organization_id","subject_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_tokens_token_hash_key" ON "core"."invitation_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_tokens_invitation_idx" ON "core"."invitation_tokens" USING btree ("organization_id","invitation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_pending" ON "core"."invitations" USING btree ("organization_id","email") WHERE "core"."invitations"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitations_list_idx" ON "core"."invitations" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitations_batch_idx" ON "core"."invitations" USING btree ("organization_id","batch_id","delivery");--> statement-breakpoint
CREATE INDEX "invitations_class_idx" ON "core"."invitations" USING btree ("organization_id","class_id");--> statement-breakpoint
CREATE INDEX "outbox_messages_created_idx" ON "core"."outbox_messages" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug_key" ON "core"."organizations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_one_master" ON "core"."organizations" USING btree ("kind") WHERE "core"."organizations"."kind" = 'master';--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_one_default" ON "core"."organizations" USING btree ("is_default") WHERE "core"."organizations"."is_default";--> statement-breakpoint
CREATE UNIQUE INDEX "schema_migrations_key" ON "core"."schema_migrations" USING btree ("placement","name");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_school_per_account" ON "core"."users" USING btree ("account_id") WHERE "core"."users"."left_at" is null;--> statement-breakpoint
CREATE INDEX "users_list_idx" ON "core"."users" USING btree ("organization_id","sort_key","id") WHERE "core"."users"."left_at" is null;--> statement-breakpoint
CREATE INDEX "users_role_idx" ON "core"."users" USING btree ("organization_id","role","sort_key","id") WHERE "core"."users"."left_at" is null;--> statement-breakpoint
CREATE INDEX "users_status_idx" ON "core"."users" USING btree ("organization_id","status","sort_key","id") WHERE "core"."users"."left_at" is null;--> statement-breakpoint
CREATE INDEX "users_joined_idx" ON "core"."users" USING btree ("organization_id","joined_at","id") WHERE "core"."users"."left_at" is null;--> statement-breakpoint
CREATE INDEX "users_email_idx" ON "core"."users" USING btree ("organization_id","email");--> statement-breakpoint
CREATE POLICY "platform" ON "core"."account_passwords" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."account_passwords" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."accounts" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."accounts" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."accounts" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (id = nullif(current_setting('app.account_id', true), '')::uuid or email = nullif(current_setting('app.email', true), '')) WITH CHECK (id = nullif(current_setting('app.account_id', true), '')::uuid or email = nullif(current_setting('app.email', true), ''));--> statement-breakpoint
CREATE POLICY "gate" ON "core"."sessions" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (id = nullif(current_setting('app.session_id', true), '')::uuid or account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.session_id', true), '')::uuid or account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."tokens" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '') or email = nullif(current_setting('app.email', true), '')) WITH CHECK (token_hash = nullif(current_setting('app.token_hash', true), '') or email = nullif(current_setting('app.email', true), ''));--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."audit_events" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."audit_events" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."audit_events" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (false) WITH CHECK (actor_account_id is not distinct from nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."invitation_batches" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."invitation_batches" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."invitation_tokens" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."invitation_tokens" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."invitation_tokens" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."invitations" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."invitations" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."invitations" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (id = nullif(current_setting('app.invitation_id', true), '')::uuid) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "worker" ON "core"."outbox_messages" AS PERMISSIVE FOR ALL TO "homeroom_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."rate_limits" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organizations" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organizations" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."organizations" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (true) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."users" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."users" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."users" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account_id', true), '')::uuid);