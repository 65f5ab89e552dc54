ALTER TABLE core.organization_domains FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.school_invitations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.provisionings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.hand_offs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.api_keys FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.refresh_tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.idempotency_keys FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.organization_usage FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.audit_seals FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.workspaces FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- What was written before there were chains waits to be sealed too; the owner sees it while row security is not forced.
ALTER TABLE core.audit_events NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO core.audit_unsealed (event_id, organization_id, created_at)
  SELECT id, organization_id, created_at FROM core.audit_events;--> statement-breakpoint
ALTER TABLE core.audit_events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.audit_unsealed FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- homeroom_tenant: one school's own names, keys and figures; it adds to the log and seals nothing.
GRANT SELECT, INSERT, DELETE ON core.organization_domains TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (is_primary, checked_at, verified_at) ON core.organization_domains TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT ON core.provisionings TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT ON core.api_keys TO homeroom_tenant;--> statement-breakpoint
GRANT UPDATE (last_used_at, revoked_at) ON core.api_keys TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON core.organization_usage TO homeroom_tenant;--> statement-breakpoint
GRANT INSERT ON core.audit_unsealed TO homeroom_tenant;--> statement-breakpoint
GRANT SELECT ON core.audit_seals TO homeroom_tenant;--> statement-breakpoint

-- homeroom_gate: which school a host is, and what the visitor can name by its token.
GRANT SELECT ON core.organization_domains TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.school_invitations TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT ON core.hand_offs TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (binding_hash, used_at) ON core.hand_offs TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.api_keys TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON core.refresh_tokens TO homeroom_gate;--> statement-breakpoint
GRANT UPDATE (used_at) ON core.refresh_tokens TO homeroom_gate;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON core.idempotency_keys TO homeroom_gate;--> statement-breakpoint
GRANT INSERT ON core.audit_unsealed TO homeroom_gate;--> statement-breakpoint
GRANT SELECT ON core.workspaces TO homeroom_gate;--> statement-breakpoint

-- homeroom_platform: schools that join, and the chains of every log.
GRANT SELECT, INSERT, UPDATE, DELETE ON core.organization_domains TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON core.school_invitations TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON core.provisionings TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.hand_offs TO homeroom_platform;--> statement-breakpoint
GRANT SELECT (organization_id, id, name, prefix, permissions, created_by, created_at, expires_at, last_used_at, revoked_at) ON core.api_keys TO homeroom_platform;--> statement-breakpoint
GRANT UPDATE (revoked_at) ON core.api_keys TO homeroom_platform;--> statement-breakpoint
GRANT SELECT ON core.organization_usage TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON core.audit_unsealed TO homeroom_platform;--> statement-breakpoint
GRANT SELECT, INSERT ON core.audit_seals TO homeroom_platform;--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON core.organization_domains, core.school_invitations, core.provisionings, core.hand_offs, core.api_keys, core.refresh_tokens, core.idempotency_keys, core.organization_usage, core.audit_unsealed, core.audit_seals, core.workspaces TO homeroom_operator;
