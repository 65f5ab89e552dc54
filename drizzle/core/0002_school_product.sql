CREATE TABLE "core"."email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"old_email" text NOT NULL,
	"new_email" text NOT NULL,
	"old_token_hash" text NOT NULL,
	"new_token_hash" text NOT NULL,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "core"."email_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."organization_settings" (
	"organization_id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"is_public" boolean NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "organization_settings_pkey" PRIMARY KEY("organization_id","key"),
	CONSTRAINT "organization_settings_key_check" CHECK (length("core"."organization_settings"."key") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "core"."organization_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "core"."organization_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slugs_slug_check" CHECK ("core"."organization_slugs"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$')
);
--> statement-breakpoint
ALTER TABLE "core"."organization_slugs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "core"."accounts" ADD COLUMN "notifications" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "entered_organization_id" uuid;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "entered_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "entered_read_only" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD COLUMN "entered_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."users" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."users" ADD COLUMN "photo_key" text;--> statement-breakpoint
ALTER TABLE "core"."email_changes" ADD CONSTRAINT "email_changes_account_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organization_settings" ADD CONSTRAINT "organization_settings_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."organization_slugs" ADD CONSTRAINT "organization_slugs_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_old_token_key" ON "core"."email_changes" USING btree ("old_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_new_token_key" ON "core"."email_changes" USING btree ("new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_one_open" ON "core"."email_changes" USING btree ("account_id") WHERE "core"."email_changes"."completed_at" is null and "core"."email_changes"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "organization_slugs_organization_idx" ON "core"."organization_slugs" USING btree ("organization_id");--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD CONSTRAINT "sessions_entered_organization_fk" FOREIGN KEY ("entered_organization_id") REFERENCES "core"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_actor_idx" ON "core"."audit_events" USING btree ("organization_id","actor_user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_action_idx" ON "core"."audit_events" USING btree ("organization_id","action","created_at","id");--> statement-breakpoint
CREATE POLICY "platform" ON "core"."sessions" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."email_changes" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (account_id = nullif(current_setting('app.account_id', true), '')::uuid or nullif(current_setting('app.token_hash', true), '') in (old_token_hash, new_token_hash)) WITH CHECK (account_id = nullif(current_setting('app.account_id', true), '')::uuid or nullif(current_setting('app.token_hash', true), '') in (old_token_hash, new_token_hash));--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organization_settings" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organization_settings" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."organization_settings" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (is_public) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "tenant" ON "core"."organization_slugs" AS PERMISSIVE FOR ALL TO "homeroom_tenant" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "platform" ON "core"."organization_slugs" AS PERMISSIVE FOR ALL TO "homeroom_platform" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "gate" ON "core"."organization_slugs" AS PERMISSIVE FOR ALL TO "homeroom_gate" USING (true) WITH CHECK (false);--> statement-breakpoint

-- What schools had set moves into rows; the owner sees them only while row security is not forced on it.
ALTER TABLE core.organizations NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO core.organization_settings (organization_id, key, value, is_public)
  SELECT o.id, moved.key, o.settings #> moved.path, moved.is_public
  FROM core.organizations o, (VALUES
    ('branding.primaryColor', '{branding,primaryColor}'::text[], true),
    ('branding.motto', '{branding,motto}', true),
    ('region.locale', '{defaults,locale}', true),
    ('region.timeZone', '{defaults,timeZone}', true),
    ('region.weekStart', '{defaults,weekStart}', true),
    ('invitations.days', '{defaults,invitationDays}', false)
  ) AS moved (key, path, is_public)
  WHERE o.settings #> moved.path IS NOT NULL;--> statement-breakpoint
INSERT INTO core.organization_slugs (slug, organization_id) SELECT slug, id FROM core.organizations;--> statement-breakpoint
ALTER TABLE core.organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.organizations DROP COLUMN settings;--> statement-breakpoint
ALTER TABLE core.organization_settings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.organization_slugs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.email_changes FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- homeroom_tenant: one school sets itself, and takes a new slug without giving up an old one.
GRANT SELECT, INSERT, UPDATE, DELETE ON core.organization_settings TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT ON core.organization_slugs TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (slug) ON core.organizations TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (phone, photo_key) ON core.users TO homeroom_tenant;--> statement-breakpoint

-- homeroom_gate: what is public of a school, and what an account changes for itself.
GRANT SELECT ON core.organization_settings, core.organization_slugs TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.email_changes TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (old_token_hash, new_token_hash, old_confirmed_at, new_confirmed_at, completed_at, cancelled_at) ON core.email_changes TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (email, notifications) ON core.accounts TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (name, email, sort_key, search_key, updated_at) ON core.users TO homeroom_gate;--> statement-breakpoint

-- homeroom_platform: an ADMIN enters a school by marking a session of their own.
GRANT SELECT (id, account_id, entered_organization_id, entered_until, entered_read_only, entered_reason) ON core.sessions TO homeroom_platform;--> statement-breakpoint
GRANT UPDATE (entered_organization_id, entered_until, entered_read_only, entered_reason) ON core.sessions TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.organization_settings, core.organization_slugs TO homeroom_platform;--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON core.organization_settings, core.organization_slugs, core.email_changes TO homeroom_operator;
