import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_PLANS,
  ORGANIZATION_STATUSES,
  type OrganizationKind,
  type OrganizationPlan,
  type OrganizationStatus,
} from "../../../domain/roles";
import {
  createdAt,
  currentOrganization,
  gatePolicy,
  instant,
  oneOf,
  organizationId,
  platformPolicy,
  tenantPolicy,
  updatedAt,
} from "../_columns";

export const core = pgSchema("core");

/** Schools. Scoped to the organization by `id`; plan, status, limits and features are not the school's to write. */
export const organizations = core.table(
  "organizations",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    logoKey: text("logo_key"),
    status: text("status").$type<OrganizationStatus>().notNull().default("active"),
    plan: text("plan").$type<OrganizationPlan>().notNull().default("COMMUNITY"),
    kind: text("kind").$type<OrganizationKind>().notNull().default("guest"),
    masterId: uuid("master_id"),
    isDefault: boolean("is_default").notNull().default(false),
    /** The PostgreSQL schema that holds the school's tenant tables. */
    placement: text("placement").notNull().default("app"),
    maxUsers: integer("max_users").notNull().default(500),
    features: jsonb("features").$type<Record<string, boolean>>().notNull().default({}),
    /** Deleted by the platform: out of reach, restorable until `purge_after`, then erased by the operator. */
    deletedAt: instant("deleted_at"),
    purgeAfter: instant("purge_after"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({ name: "organizations_master_fk", columns: [t.masterId], foreignColumns: [t.id] }).onDelete(
      "restrict",
    ),
    uniqueIndex("organizations_slug_key").on(t.slug),
    uniqueIndex("organizations_one_master").on(t.kind).where(sql`${t.kind} = 'master'`),
    uniqueIndex("organizations_one_default").on(t.isDefault).where(sql`${t.isDefault}`),
    oneOf("organizations_status_check", t.status, ORGANIZATION_STATUSES),
    oneOf("organizations_plan_check", t.plan, ORGANIZATION_PLANS),
    oneOf("organizations_kind_check", t.kind, ORGANIZATION_KINDS),
    check("organizations_slug_check", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'`),
    check("organizations_placement_check", sql`${t.placement} ~ '^(app|school_[a-z0-9_]{1,50})$'`),
    check("organizations_master_check", sql`(${t.kind} = 'master') = (${t.masterId} is null)`),
    check("organizations_max_users_check", sql`${t.maxUsers} > 0`),
    check(
      "organizations_deleted_check",
      sql`(${t.deletedAt} is null) = (${t.purgeAfter} is null) and (${t.deletedAt} is null or ${t.status} = 'inactive')`,
    ),
    index("organizations_list_idx").on(t.name, t.id),
    index("organizations_purge_idx").on(t.purgeAfter).where(sql`${t.purgeAfter} is not null`),
    tenantPolicy(sql`id = ${currentOrganization}`),
    platformPolicy(),
    gatePolicy(sql`true`, sql`false`),
  ],
);

/**
 * What a school set for itself, one row a setting of the registry in `src/domain/settings.ts`; one without a row has
 * its default. `is_public` is the registry's word, kept with the row so that the gate's policy can read it.
 */
export const organizationSettings = core.table(
  "organization_settings",
  {
    organizationId: organizationId(),
    key: text("key").notNull(),
    value: jsonb("value").notNull(),
    isPublic: boolean("is_public").notNull(),
    updatedAt: updatedAt(),
    /** Who set it, as the audit log names them. */
    updatedBy: text("updated_by").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "organization_settings_pkey", columns: [t.organizationId, t.key] }),
    foreignKey({
      name: "organization_settings_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    check("organization_settings_key_check", sql`length(${t.key}) between 1 and 60`),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`is_public`, sql`false`),
  ],
);

/**
 * Every slug that a school has or had: an old one leads to its school and is never another's, nor is that of a school
 * that was erased, which has no organization.
 */
export const organizationSlugs = core.table(
  "organization_slugs",
  {
    slug: text("slug").primaryKey(),
    organizationId: uuid("organization_id"),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "organization_slugs_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("set null"),
    index("organization_slugs_organization_idx").on(t.organizationId),
    check("organization_slugs_slug_check", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'`),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`true`, sql`false`),
  ],
);

/** Migrations applied, by placement. The owner alone reads and writes it. */
export const schemaMigrations = core.table(
  "schema_migrations",
  {
    placement: text("placement").notNull(),
    name: text("name").notNull(),
    checksum: text("checksum").notNull(),
    appliedAt: createdAt(),
  },
  (t) => [uniqueIndex("schema_migrations_key").on(t.placement, t.name)],
);
