-- Row security holds for the owner too, and each role gets just the columns it works with.
-- No TRUNCATE anywhere: it ignores row security. No UPDATE or DELETE on the audit log.
ALTER TABLE core.organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.accounts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.account_passwords FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.sessions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.users FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.invitation_batches FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.invitations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.invitation_tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.audit_events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.rate_limits FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.outbox_messages FORCE ROW LEVEL SECURITY;--> statement-breakpoint

GRANT USAGE ON SCHEMA core TO homeroom_tenant, homeroom_platform, homeroom_gate, homeroom_operator, homeroom_worker;--> statement-breakpoint

-- homeroom_tenant: one school. It cannot write its own plan, status, limits, features or placement.
GRANT SELECT ON core.organizations TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (name, description, logo_key, settings, updated_at) ON core.organizations TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT ON core.accounts TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (name, locale, theme, density, updated_at) ON core.accounts TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT ON core.users TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (name, sort_key, search_key, role, status, left_at, updated_at) ON core.users TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT ON core.invitation_batches TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (status, invited_count, refused, finished_at) ON core.invitation_batches TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT ON core.invitations TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (status, delivery, send_count, last_sent_at, expires_at, closed_at, accepted_user_id) ON core.invitations TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT (organization_id, id, invitation_id, created_at), INSERT, DELETE ON core.invitation_tokens TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT ON core.audit_events TO homeroom_tenant;--> statement-breakpoint

-- homeroom_gate: before sign-in, and what an account does for itself. It cannot choose a role.
GRANT SELECT (id, slug, name, description, logo_key, status, plan, kind, is_default, settings, placement) ON core.organizations TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.accounts TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (name, email_verified_at, locale, theme, density, updated_at) ON core.accounts TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.account_passwords TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (password_hash, updated_at) ON core.account_passwords TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.sessions TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (last_seen_at, revoked_at) ON core.sessions TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.tokens TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (token_hash, used_at) ON core.tokens TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.users TO homeroom_gate;--> statement-breakpoint
GRANT INSERT (organization_id, id, account_id, name, email, sort_key, search_key) ON core.users TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (last_seen_at) ON core.users TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.invitations TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.invitation_tokens TO homeroom_gate;--> statement-breakpoint
GRANT INSERT ON core.audit_events TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON core.rate_limits TO homeroom_gate;--> statement-breakpoint

-- homeroom_platform: the control plane of every school, and no tenant table at all.
GRANT SELECT, INSERT, UPDATE ON core.organizations TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.accounts TO homeroom_platform;--> statement-breakpoint
GRANT UPDATE (name, email_verified_at, updated_at) ON core.accounts TO homeroom_platform;--> statement-breakpoint
GRANT INSERT ON core.account_passwords TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.users TO homeroom_platform;--> statement-breakpoint
GRANT UPDATE (name, sort_key, search_key, role, tier, status, left_at, updated_at) ON core.users TO homeroom_platform;--> statement-breakpoint
GRANT SELECT ON core.invitation_batches TO homeroom_platform;--> statement-breakpoint
GRANT SELECT ON core.invitations TO homeroom_platform;--> statement-breakpoint
GRANT UPDATE (status, closed_at, accepted_user_id) ON core.invitations TO homeroom_platform;--> statement-breakpoint
GRANT SELECT ON core.invitation_tokens TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.audit_events TO homeroom_platform;--> statement-breakpoint

-- homeroom_worker: the queue's login keeps the outbox.
GRANT SELECT, INSERT, DELETE ON core.outbox_messages TO homeroom_worker;--> statement-breakpoint

-- homeroom_operator: command line, seed, purge and move; never the web process.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA core TO homeroom_operator;--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON core.schema_migrations FROM homeroom_operator;--> statement-breakpoint

-- The one SECURITY DEFINER function: adds a job in the caller's transaction and stamps the organization
-- itself, so that no payload can speak for another school.
CREATE FUNCTION core.enqueue(task text, payload jsonb, job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('organizationId', nullif(current_setting('app.organization_id', true), '')))::json,
    job_key => enqueue.job_key,
    max_attempts => 8
  );
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION core.enqueue(text, jsonb, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION core.enqueue(text, jsonb, text) TO homeroom_tenant, homeroom_gate, homeroom_platform;
