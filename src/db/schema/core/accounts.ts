import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, jsonb, pgPolicy, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  createdAt,
  currentAccount,
  currentSession,
  gatePolicy,
  instant,
  oneOf,
  platformPolicy,
  platformRole,
  tenantPolicy,
  textSetting,
  updatedAt,
} from "../_columns";
import { core, organizations } from "./organizations";

const ownAccount = sql`account_id = ${currentAccount}`;

/** Who can sign in. Account-scoped: a school never reads this table but for the person's own row. */
export const accounts = core.table(
  "accounts",
  {
    id: uuid("id").primaryKey(),
    /** Normalised: trimmed, lower case, ASCII. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    locale: text("locale"),
    theme: text("theme"),
    density: text("density"),
    /** By kind of notice, what the person chose; a kind that is not there has its default. */
    notifications: jsonb("notifications").$type<Record<string, boolean>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("accounts_email_key").on(t.email),
    tenantPolicy(sql`id = ${currentAccount}`),
    platformPolicy(),
    gatePolicy(sql`id = ${currentAccount} or email = ${textSetting("email")}`),
  ],
);

/** Password hashes (argon2id), apart from accounts so that no school's role has a grant near them. Account-scoped. */
export const accountPasswords = core.table(
  "account_passwords",
  {
    accountId: uuid("account_id").primaryKey(),
    passwordHash: text("password_hash").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "account_passwords_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    platformPolicy(),
    gatePolicy(ownAccount),
  ],
);

/** One row behind each JWT: a revoked or expired row ends the session whatever the token says. Account-scoped. */
export const sessions = core.table(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** The school at whose own address it was opened, and where alone it is of use; null for the platform's address. */
    organizationId: uuid("organization_id"),
    /** `api`: a program signed in with the person's password. */
    kind: text("kind").$type<"browser" | "api">().notNull().default("browser"),
    /** The school that an ADMIN has entered, until when, why, and whether to look only. */
    enteredOrganizationId: uuid("entered_organization_id"),
    enteredUntil: instant("entered_until"),
    enteredReadOnly: boolean("entered_read_only").notNull().default(true),
    enteredReason: text("entered_reason").notNull().default(""),
  },
  (t) => [
    foreignKey({
      name: "sessions_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    index("sessions_account_idx").on(t.accountId, t.createdAt),
    foreignKey({
      name: "sessions_entered_organization_fk",
      columns: [t.enteredOrganizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "sessions_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    oneOf("sessions_kind_check", t.kind, ["browser", "api"]),
    // Entering a school is an act of the platform on the actor's own sessions.
    pgPolicy("platform", { for: "all", to: platformRole, using: ownAccount, withCheck: ownAccount }),
    gatePolicy(sql`id = ${currentSession} or account_id = ${currentAccount}`),
  ],
);

const namedEmailChange = sql`${ownAccount} or ${textSetting("token_hash")} in (old_token_hash, new_token_hash)`;

/** A change of address that waits for a link sent to each of the two. Account-scoped. */
export const emailChanges = core.table(
  "email_changes",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    oldEmail: text("old_email").notNull(),
    newEmail: text("new_email").notNull(),
    /** As in `tokens`; of links that nobody knows until the mail is made. */
    oldTokenHash: text("old_token_hash").notNull(),
    newTokenHash: text("new_token_hash").notNull(),
    oldConfirmedAt: instant("old_confirmed_at"),
    newConfirmedAt: instant("new_confirmed_at"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    /** When it took effect, or was given up. */
    completedAt: instant("completed_at"),
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    foreignKey({
      name: "email_changes_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    uniqueIndex("email_changes_old_token_key").on(t.oldTokenHash),
    uniqueIndex("email_changes_new_token_key").on(t.newTokenHash),
    index("email_changes_account_idx").on(t.accountId),
    uniqueIndex("email_changes_one_open")
      .on(t.accountId)
      .where(sql`${t.completedAt} is null and ${t.cancelledAt} is null`),
    gatePolicy(namedEmailChange),
  ],
);

/** A registration that waits for its address to be confirmed. */
export type TokenPayload = { name: string; passwordHash: string; locale: string };

/** Links sent by e-mail outside a school: confirm an address, choose a new password. Account-scoped. */
export const tokens = core.table(
  "tokens",
  {
    id: uuid("id").primaryKey(),
    purpose: text("purpose").$type<"verify_email" | "reset_password">().notNull(),
    email: text("email").notNull(),
    accountId: uuid("account_id"),
    /** SHA-256 of a random 256-bit token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    /** What takes effect when the link is used: nothing exists before. */
    payload: jsonb("payload").$type<TokenPayload>(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    uniqueIndex("tokens_token_hash_key").on(t.tokenHash),
    index("tokens_account_idx").on(t.accountId),
    index("tokens_email_idx").on(t.email, t.purpose),
    foreignKey({ name: "tokens_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }).onDelete(
      "cascade",
    ),
    oneOf("tokens_purpose_check", t.purpose, ["verify_email", "reset_password"]),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")} or email = ${textSetting("email")}`),
  ],
);

/** How a visit of an ADMIN is taken over to the school's address. */
export type HandOffVisit = {
  until: string;
  readOnly: boolean;
  reason: string;
  /** Whose address they come from and go back to. */
  from: "platform" | "master";
};

/**
 * The way of somebody signed in at the platform's address to their school's own: a link that works once, for a
 * minute. Account-scoped.
 */
export const handOffs = core.table(
  "hand_offs",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    organizationId: uuid("organization_id").notNull(),
    /** SHA-256 of a random 256-bit token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    /** SHA-256 of a cookie of the browser that asked; who comes without it is asked before going on. */
    bindingHash: text("binding_hash"),
    keepSignedIn: boolean("keep_signed_in").notNull().default(false),
    visit: jsonb("visit").$type<HandOffVisit>(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    uniqueIndex("hand_offs_token_hash_key").on(t.tokenHash),
    index("hand_offs_account_idx").on(t.accountId),
    foreignKey({
      name: "hand_offs_account_fk",
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "hand_offs_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    pgPolicy("platform", { for: "all", to: platformRole, using: ownAccount, withCheck: ownAccount }),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")} or account_id = ${currentAccount}`),
  ],
);
