import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { organizationDomains } from "@/db/schema/core/domains";
import { invitations } from "@/db/schema/core/invitations";
import { provisionings, schoolInvitations } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { organizationUsage } from "@/db/schema/core/usage";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { ROLES, type Role } from "@/domain/roles";
import { notFound } from "@/server/errors";
import { schoolUrl } from "@/server/tenancy/school-url";
import { publicFace } from "../organization";
import { askForUsage } from "./measure-usage";

const MAX_ADMINS = 20;
const MAX_DOMAINS = 50;

/**
 * All that the platform's page of one school shows but its people, classes and log. Figures that are old are counted
 * anew soon: `measuring` says so.
 */
export async function getSchool(actor: Actor, { organizationId }: { organizationId: string }) {
  return onPlatform(actor, async (tx) => {
    const [school, people, admins, usage, domains, invited, invitation, provisioning] = await Promise.all([
      readSchool(tx, organizationId),
      readPeople(tx, organizationId),
      readAdmins(tx, organizationId),
      readUsage(tx, organizationId),
      readDomains(tx, organizationId),
      readInvitations(tx, organizationId),
      readSchoolInvitation(tx, organizationId),
      readProvisioning(tx, organizationId),
    ]);
    if (!school) throw notFound();
    const { settings, logoKey, ...row } = school;
    const { logoUrl, primaryColor, contact } = publicFace({ name: row.name, logoKey, settings });
    const { status, deletedAt } = row;
    const measuring =
      deletedAt === null &&
      (await askForUsage(tx, { id: row.id, status, measuredAt: usage?.measuredAt ?? null }));
    const domain = domains.find(({ isPrimary }) => isPrimary)?.host ?? null;
    const address = schoolUrl({ slug: row.slug, isMaster: row.kind === "master", domain }, "/");
    return {
      ...row,
      address,
      ...{ logoUrl, primaryColor, contact, people, admins },
      ...{ usage: usage ?? null, measuring, domains, invitations: invited },
      ...{ schoolInvitation: invitation ?? null, provisioning: provisioning ?? null },
    };
  });
}

async function readSchool(tx: PlatformTx, organizationId: string) {
  const [row] = await tx.db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      description: organizations.description,
      logoKey: organizations.logoKey,
      status: organizations.status,
      plan: organizations.plan,
      kind: organizations.kind,
      placement: organizations.placement,
      isDefault: organizations.isDefault,
      maxUsers: organizations.maxUsers,
      createdAt: organizations.createdAt,
      deletedAt: organizations.deletedAt,
      purgeAfter: organizations.purgeAfter,
      settings: settingsColumn,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row;
}

async function readPeople(tx: PlatformTx, organizationId: string) {
  const rows = await tx.db
    .select({
      role: users.role,
      count: sql<number>`count(*)::int`,
      suspended: sql<number>`count(*) filter (where ${users.status} = 'suspended')::int`,
      lastSeenAt: sql<Date | null>`max(${users.lastSeenAt})`.mapWith(users.lastSeenAt),
    })
    .from(users)
    .where(and(eq(users.organizationId, organizationId), isNull(users.leftAt)))
    .groupBy(users.role);
  const inRole = (role: Role) => rows.find((row) => row.role === role)?.count ?? 0;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const seen = rows.flatMap(({ lastSeenAt }) => lastSeenAt?.getTime() ?? []);
  return {
    everyone: sum(({ count }) => count),
    suspended: sum(({ suspended }) => suspended),
    byRole: ROLES.map((role) => ({ role, count: inRole(role) })),
    lastSeenAt: seen.length > 0 ? new Date(Math.max(...seen)) : null,
  };
}

/** Whom one writes to about the school. */
function readAdmins(tx: PlatformTx, organizationId: string) {
  return tx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        eq(users.role, "ORG_ADMIN"),
        eq(users.status, "active"),
        isNull(users.leftAt),
      ),
    )
    .orderBy(asc(users.sortKey), asc(users.id))
    .limit(MAX_ADMINS);
}

async function readUsage(tx: PlatformTx, organizationId: string) {
  const [row] = await tx.db
    .select()
    .from(organizationUsage)
    .where(eq(organizationUsage.organizationId, organizationId));
  return row;
}

function readDomains(tx: PlatformTx, organizationId: string) {
  return tx.db
    .select({
      host: organizationDomains.host,
      isPrimary: organizationDomains.isPrimary,
      createdAt: organizationDomains.createdAt,
      checkedAt: organizationDomains.checkedAt,
      verifiedAt: organizationDomains.verifiedAt,
    })
    .from(organizationDomains)
    .where(eq(organizationDomains.organizationId, organizationId))
    .orderBy(desc(organizationDomains.isPrimary), asc(organizationDomains.host))
    .limit(MAX_DOMAINS);
}

/** The school's own invitations of people that are open. */
async function readInvitations(tx: PlatformTx, organizationId: string) {
  const open = and(
    eq(invitations.organizationId, organizationId),
    sql`${invitations.status} = 'pending'`,
    gt(invitations.expiresAt, sql`now()`),
  );
  const rows = await tx.db
    .select({
      role: invitations.role,
      count: sql<number>`count(*)::int`,
      undelivered: sql<number>`count(*) filter (where ${invitations.delivery} = 'failed')::int`,
    })
    .from(invitations)
    .where(open)
    .groupBy(invitations.role);
  return {
    pending: rows.reduce((all, { count }) => all + count, 0),
    undelivered: rows.reduce((all, row) => all + row.undelivered, 0),
    byRole: ROLES.flatMap((role) => rows.filter((row) => row.role === role)).map(({ role, count }) => ({
      role,
      count,
    })),
  };
}

/** How the school was asked to join, where it was. */
async function readSchoolInvitation(tx: PlatformTx, organizationId: string) {
  const [row] = await tx.db
    .select({
      id: schoolInvitations.id,
      contactEmail: schoolInvitations.contactEmail,
      invitedBy: schoolInvitations.invitedBy,
      createdAt: schoolInvitations.createdAt,
      closedAt: schoolInvitations.closedAt,
    })
    .from(schoolInvitations)
    .where(eq(schoolInvitations.organizationId, organizationId));
  return row;
}

async function readProvisioning(tx: PlatformTx, organizationId: string) {
  const [row] = await tx.db
    .select({
      state: provisionings.state,
      done: provisionings.done,
      total: provisionings.total,
      failure: provisionings.failure,
    })
    .from(provisionings)
    .where(eq(provisionings.organizationId, organizationId));
  return row;
}
