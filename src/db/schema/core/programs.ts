import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  createdAt,
  currentAccount,
  gatePolicy,
  gateRole,
  id,
  instant,
  organizationId,
  platformPolicy,
  tenantPolicy,
  textSetting,
} from "../_columns";
import { accounts, sessions } from "./accounts";
import { core, organizations } from "./organizations";
import { users } from "./users";

/** Keys that a school's admin makes for other programs. Organization-scoped. */
export const apiKeys = core.table(
  "api_keys",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    /** The key's first characters, to tell it from others. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the key, hexadecimal: the key itself is shown once. */
    keyHash: text("key_hash").notNull(),
    /** What it may do, of what its maker may: both are asked on every request. */
    permissions: text("permissions").array().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ name: "api_keys_pkey", columns: [t.organizationId, t.id] }),
    uniqueIndex("api_keys_key_hash_key").on(t.keyHash),
    index("api_keys_list_idx").on(t.organizationId, t.createdAt, t.id),
    foreignKey({
      name: "api_keys_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "api_keys_created_by_fk",
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`key_hash = ${textSetting("token_hash")}`, sql`false`),
  ],
);

/**
 * Refresh tokens of a program that signed in with a person's password: a family is one session, each token works
 * once, and using an old one ends the session. Account-scoped.
 */
export const refreshTokens = core.table(
  "refresh_tokens",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    /** SHA-256 of a random 256-bit token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    uniqueIndex("refresh_tokens_token_hash_key").on(t.tokenHash),
    index("refresh_tokens_session_idx").on(t.sessionId),
    index("refresh_tokens_account_idx").on(t.accountId),
    foreignKey({
      name: "refresh_tokens_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "refresh_tokens_session_fk",
      columns: [t.sessionId],
      foreignColumns: [sessions.id],
    }).onDelete("cascade"),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")} or account_id = ${currentAccount}`),
  ],
);

/** What was answered to a POST with an Idempotency-Key, to be answered again. Global, by who asked. */
export const idempotencyKeys = core.table(
  "idempotency_keys",
  {
    /** The session or the API key that asked. */
    principal: text("principal").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body: the same key with another request is refused. */
    requestHash: text("request_hash").notNull(),
    /** Null while the first request is still at work. */
    status: integer("status"),
    headers: jsonb("headers").$type<Record<string, string>>(),
    body: text("body"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_pkey", columns: [t.principal, t.key] }),
    index("idempotency_keys_expires_idx").on(t.expiresAt),
    pgPolicy("gate", { for: "all", to: gateRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
