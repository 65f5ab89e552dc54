CREATE TABLE "core"."hand_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"binding_hash" text,
	"keep_signed_in" boolean DEFAULT false NOT NULL,
	"visit" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "core"."hand_offs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."audit_seals" (
	"chain" uuid NOT NULL,
	"position" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_pkey" PRIMARY KEY("chain","position")
);
--> statement-breakpoint
ALTER TABLE "core"."audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."audit_unsealed" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."audit_unsealed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."organization_domains" (
	"organization_id" uuid NOT NULL,
	"host" text NOT NULL,
	"token" text NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	CONSTRAINT "organization_domains_pkey" PRIMARY KEY("organization_id","host"),
	CONSTRAINT "organization_domains_primary_check" CHECK (not "core"."organization_domains"."is_primary" or "core"."organization_domains"."verified_at" is not null),
	CONSTRAINT "organization_domains_host_check" CHECK ("core"."organization_domains"."host" ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9-]{2,63}$' and length("core"."organization_domains"."host") <= 253)
);
--> statement-breakpoint
ALTER TABLE "core"."organization_domains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."provisionings" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"placement" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provisionings_state_check" CHECK ("core"."provisionings"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "core"."provisionings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."school_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"contact_email" text NOT NULL,
	"search_key" text NOT NULL,
	"plan" text DEFAULT 'COMMUNITY' NOT NULL,
	"slug" text,
	"placed_apart" boolean DEFAULT false NOT NULL,
	"locale" text DEFAULT 'es' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"delivery" text DEFAULT 'queued' NOT NULL,
	"token_hash" text,
	"send_count" integer DEFAULT 0 NOT NULL,
	"last_sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"organization_id" uuid,
	CONSTRAINT "school_invitations_plan_check" CHECK ("core"."school_invitations"."plan" in ('COMMUNITY', 'PRO', 'ENTERPRISE')),
	CONSTRAINT "school_invitations_status_check" CHECK ("core"."school_invitations"."status" in ('pending', 'accepted', 'revoked')),
	CONSTRAINT "school_invitations_delivery_check" CHECK ("core"."school_invitations"."delivery" in ('queued', 'sent', 'failed', 'cancelled')),
	CONSTRAINT "school_invitations_accepted_check" CHECK ("core"."school_invitations"."status" <> 'accepted' or "core"."school_invitations"."closed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "core"."school_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."api_keys" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"permissions" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "core"."api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."idempotency_keys" (
	"principal" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("principal","key")
);
--> statement-breakpoint
ALTER TABLE "core"."idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "core"."refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."organization_usage" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"active_classes" integer DEFAULT 0 NOT NULL,
	"archived_classes" integer DEFAULT 0 NOT NULL,
	"enrollments" integer DEFAULT 0 NOT NULL,
	"storage_bytes" bigint DEFAULT 0 NOT NULL,
	"measured_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."organization_usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "core"."organizations" DROP CONSTRAINT "organizations_status_check";--> statement-breakpoint
ALTER TABLE "core"."organization_slugs" DROP CONSTRAINT "organization_slugs_organization_fk";
--> statement-breakpoint
ALTER TABLE "core"."organization_slugs" ALTER COLUMN "organization_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "organization_id" uuid;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "kind" text DEFAULT 'browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."audit_events" ADD COLUMN "on_behalf_of" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."audit_events" ADD COLUMN "via" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."audit_events" ADD COLUMN "user_agent" text;--> statement-breakpoint
ALTER TABLE "core"."organizations" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."organizations" ADD COLUMN "purge_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."hand_offs" ADD CONSTRAINT "hand_offs_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."hand_offs" ADD CONSTRAINT "hand_offs_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organization_domains" ADD CONSTRAINT "organization_domains_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."provisionings" ADD CONSTRAINT "provisionings_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."school_invitations" ADD CONSTRAINT "school_invitations_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."api_keys" ADD CONSTRAINT "api_keys_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."api_keys" ADD CONSTRAINT "api_keys_created_by_fk" FOREIGN KEY ("organization_id","created_by") REFERENCES "core"."users"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_fk" FOREIGN KEY ("session_id") REFERENCES "core"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organization_usage" ADD CONSTRAINT "organization_usage_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."workspaces" ADD CONSTRAINT "workspaces_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_offs_token_hash_key" ON "core"."hand_offs" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "hand_offs_account_idx" ON "core"."hand_offs" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_event_key" ON "core"."audit_seals" USING btree ("chain","event_id");--> statement-breakpoint
CREATE INDEX "audit_unsealed_chain_idx" ON "core"."audit_unsealed" USING btree ("organization_id","created_at","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_domains_host_key" ON "core"."organization_domains" USING btree ("host") WHERE "core"."organization_domains"."verified_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "organization_domains_one_primary" ON "core"."organization_domains" USING btree ("organization_id") WHERE "core"."organization_domains"."is_primary";--> statement-breakpoint
CREATE INDEX "organization_domains_host_idx" ON "core"."organization_domains" USING btree ("host");--> statement-breakpoint
CREATE UNIQUE INDEX "school_invitations_token_hash_key" ON "core"."school_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "school_invitations_one_pending" ON "core"."school_invitations" USING btree ("contact_email","name") WHERE "core"."school_invitations"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "school_invitations_organization_key" ON "core"."school_invitations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "school_invitations_list_idx" ON "core"."school_invitations" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "core"."api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_keys_list_idx" ON "core"."api_keys" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_idx" ON "core"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_token_hash_key" ON "core"."refresh_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_idx" ON "core"."refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_account_idx" ON "core"."refresh_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "workspaces_account_idx" ON "core"."workspaces" USING btree ("account_id","created_at","id");--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD CONSTRAINT "sessions_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organization_slugs" ADD CONSTRAINT "organization_slugs_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_changes_account_idx" ON "core"."email_changes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "tokens_account_idx" ON "core"."tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_events_all_idx" ON "core"."audit_events" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "organizations_list_idx" ON "core"."organizations" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "organizations_purge_idx" ON "core"."organizations" USING btree ("purge_after") WHERE "core"."organizations"."purge_after" is not null;--> statement-breakpoint
CREATE INDEX "users_account_idx" ON "core"."users" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD CONSTRAINT "sessions_kind_check" CHECK ("core"."sessions"."kind" in ('browser', 'api'));--> statement-breakpoint
ALTER TABLE "core"."audit_events" ADD CONSTRAINT "audit_events_via_check" CHECK ("core"."audit_events"."via" in ('web', 'api', 'cli', 'job'));--> statement-breakpoint
ALTER TABLE "core"."organizations" ADD CONSTRAINT "organizations_deleted_check" CHECK (("core"."organizations"."deleted_at" is null) = ("core"."organizations"."purge_after" is null) and ("core"."organizations"."deleted_at" is null or "core"."organizations"."status" = 'inactive'));--> statement-breakpoint
ALTER TABLE "core"."organizations" ADD CONSTRAINT "organizations_status_check" CHECK ("core"."organizations"."status" in ('active', 'suspended', 'inactive', 'provisioning'));--> statement-breakpoint
CREATE POLICY "platform" ON "core"."hand_offs" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."hand_offs" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '') or account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (token_hash = nullif(current_setting('app.token_hash', true), '') or account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."audit_seals" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (chain = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (chain = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."audit_seals" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."audit_unsealed" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."audit_unsealed" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."audit_unsealed" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (false) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organization_domains" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organization_domains" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."organization_domains" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (verified_at is not null) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."provisionings" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."provisionings" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."school_invitations" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."school_invitations" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."api_keys" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."api_keys" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."api_keys" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (key_hash = nullif(current_setting('app.token_hash', true), '')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."idempotency_keys" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."refresh_tokens" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (token_hash = nullif(current_setting('app.token_hash', true), '') or account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (token_hash = nullif(current_setting('app.token_hash', true), '') or account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organization_usage" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organization_usage" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."workspaces" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (false);