import { sql } from "drizzle-orm";
import { foreignKey, index, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES, type Role, TIERS, type Tier, USER_STATUSES, type UserStatus } from "../../../domain/roles";
import {
  createdAt,
  currentAccount,
  gatePolicy,
  id,
  instant,
  oneOf,
  organizationId,
  platformPolicy,
  tenantPolicy,
  updatedAt,
} from "../_columns";
import { accounts } from "./accounts";
import { core, organizations } from "./organizations";

/**
 * An account as a member of a school. Organization-scoped. `left_at` closes a row for good: history keeps
 * pointing at it. Name and e-mail are the school's copy of the account's, so that no school reads accounts.
 */
export const users = core.table(
  "users",
  {
    organizationId: organizationId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    sortKey: text("sort_key").notNull(),
    searchKey: text("search_key").notNull(),
    /** The default is what self-registration gives: the gate has no privilege to write the column. */
    role: text("role").$type<Role>().notNull().default("STUDENT"),
    tier: text("tier").$type<Tier>().notNull().default("COMMUNITY"),
    status: text("status").$type<UserStatus>().notNull().default("active"),
    joinedAt: instant("joined_at").notNull().defaultNow(),
    leftAt: instant("left_at"),
    lastSeenAt: instant("last_seen_at"),
    /** Given by the person, for the school that they are in. */
    phone: text("phone").notNull().default(""),
    photoKey: text("photo_key"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "users_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "users_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({ name: "users_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }).onDelete(
      "restrict",
    ),
    uniqueIndex("users_one_school_per_account").on(t.accountId).where(sql`${t.leftAt} is null`),
    index("users_list_idx").on(t.organizationId, t.sortKey, t.id).where(sql`${t.leftAt} is null`),
    index("users_role_idx").on(t.organizationId, t.role, t.sortKey, t.id).where(sql`${t.leftAt} is null`),
    index("users_status_idx").on(t.organizationId, t.status, t.sortKey, t.id).where(sql`${t.leftAt} is null`),
    index("users_joined_idx").on(t.organizationId, t.joinedAt, t.id).where(sql`${t.leftAt} is null`),
    // Who erases an account asks whether it is anybody's.
    index("users_account_idx").on(t.accountId),
    index("users_email_idx").on(t.organizationId, t.email),
    oneOf("users_role_check", t.role, ROLES),
    oneOf("users_tier_check", t.tier, TIERS),
    oneOf("users_status_check", t.status, USER_STATUSES),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`account_id = ${currentAccount}`),
  ],
);
