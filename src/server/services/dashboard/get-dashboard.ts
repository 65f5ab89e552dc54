import { and, eq, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { organizationSettings, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { academicYears, sections } from "@/db/schema/tenant/academics";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { SETUP_STEPS, type SetupStep } from "@/domain/dashboard";
import { readStatistics } from "../organization";
import { readAttention } from "./attention";

/** What the school's admin sees first: what waits for them, figures, and how far a new school is set up. */
export async function getDashboard(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const [attention, figures, school] = await Promise.all([
      readAttention(tx),
      readStatistics(tx),
      readSchool(tx),
    ]);
    return { attention, figures, seats: school.seats, setup: school.setup };
  });
}

async function readSchool(tx: TenantTx) {
  const { organizationId } = tx.actor;
  const anyone = (role: string) =>
    sql<boolean>`exists (select from ${users} u
      where u.organization_id = ${organizationId} and u.role = ${role} and u.left_at is null)
      or exists (select from ${invitations} i
      where i.organization_id = ${organizationId} and i.role = ${role} and i.status in ('pending', 'accepted'))`;
  const [[row], [members]] = await Promise.all([
    tx.db
      .select({
        maxUsers: organizations.maxUsers,
        look: sql<boolean>`${organizations.logoKey} is not null or ${isSet(organizationId, "branding.primaryColor")}`,
        contact: sql<boolean>`${isSet(organizationId, "contact.phone")} or ${isSet(organizationId, "contact.email")}`,
        academics: sql<boolean>`exists (select from ${academicYears} y join ${sections} s
          on s.organization_id = y.organization_id and s.year_id = y.id
          where y.organization_id = ${organizationId} and y.is_current)`,
        coaches: anyone("COACH"),
        students: anyone("STUDENT"),
        firstClass: sql<boolean>`exists (select from classes c where c.organization_id = ${organizationId})`,
      })
      .from(organizations)
      .where(eq(organizations.id, organizationId)),
    tx.db
      .select({ count: sql<number>`count(*)::int` })
      .from(users)
      .where(and(eq(users.organizationId, organizationId), isNull(users.leftAt))),
  ]);
  const done = (step: SetupStep): boolean => row?.[step] ?? false;
  return {
    seats: { taken: members?.count ?? 0, all: row?.maxUsers ?? 0 },
    setup: SETUP_STEPS.map((step) => ({ step, done: done(step) })),
  };
}

function isSet(organizationId: string, key: string) {
  return sql<boolean>`exists (select from ${organizationSettings} setting
    where setting.organization_id = ${organizationId} and setting.key = ${key})`;
}
