import { and, asc, eq, inArray, isNull, like, type SQL, sql } from "drizzle-orm";
import { holdsTerms } from "@/db/folded";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, onPlatform, type PlatformTx } from "@/db/scope";
import type { ListPlatformEventsInput, PlatformAuditFilter } from "@/domain/audit";
import { NO_SCHOOL } from "@/domain/audit-list";
import { searchTerms } from "@/lib/text-keys";
import { exported, readWhole } from "./export-events";
import { idsNamed, namesOf, readEvent } from "./get-event";
import { readEvents } from "./list-events";
import { matchingEvents } from "./queries";
import { recordPlatformEvents } from "./record-event";

const MAX_FOUND = 20;

/** One page of the events of every school and of the platform itself, the newest first, each with its school. */
export async function listPlatformEvents(actor: OrganizationActor, input: ListPlatformEventsInput) {
  const { cursor, limit } = input;
  return onPlatform(actor, async (tx) => {
    const page = await readEvents(tx, matching(actor, input), { cursor, limit });
    return { ...page, rows: await withSchools(tx, page.rows) };
  });
}

/** One event of any school or of the platform itself, with where it came from and the names that it names. */
export async function getPlatformEvent(actor: OrganizationActor, { id }: { id: string }) {
  return onPlatform(actor, async (tx) => {
    const event = await readEvent(tx, id);
    const ids = idsNamed(event);
    const [[row = { ...event, school: null }], people, schools] = await Promise.all([
      withSchools(tx, [event]),
      ids.length > 0
        ? tx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
        : [],
      namedSchools(tx, ids),
    ]);
    return { ...row, names: namesOf([...people, ...schools]) };
  });
}

/** The newest 50,000 events that match, over all schools; who took them out is recorded in the platform's own log. */
export async function exportPlatformEvents(actor: OrganizationActor, filter: PlatformAuditFilter) {
  return onPlatform(actor, async (tx) => {
    const { rows, isCut } = await readWhole(tx, matching(actor, filter));
    await recordPlatformEvents(tx, null, [exported({ type: "platform" }, rows.length)]);
    return { rows: await withSchools(tx, rows), isCut };
  });
}

/** People of all schools, or of one, who may have done something; those of several places once a place. */
export async function findPlatformActors(
  actor: OrganizationActor,
  { search, id, school }: { search: string; id?: string | undefined; school?: string | undefined },
) {
  const begins = searchTerms(search).map((term) => like(users.searchKey, `% ${term}%`));
  return onPlatform(actor, (tx) =>
    tx.db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        leftAt: users.leftAt,
        school: organizations.name,
      })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, users.organizationId))
      .where(
        and(
          school === undefined ? undefined : eq(users.organizationId, school),
          id === undefined ? undefined : eq(users.id, id),
          ...begins,
        ),
      )
      .orderBy(asc(users.sortKey), asc(users.id))
      .limit(MAX_FOUND),
  );
}

/** Schools to choose among, by name, or the one with this id; deleted ones too, until they are purged. */
export async function findAuditedSchools(
  actor: OrganizationActor,
  { search, id }: { search: string; id?: string | undefined },
) {
  return onPlatform(actor, (tx) =>
    tx.db
      .select({ id: organizations.id, name: organizations.name, slug: organizations.slug })
      .from(organizations)
      .where(
        and(
          id === undefined ? undefined : eq(organizations.id, id),
          holdsTerms(sql`${organizations.name} || ' ' || ${organizations.slug}`, searchTerms(search)),
        ),
      )
      .orderBy(asc(organizations.name), asc(organizations.id))
      .limit(MAX_FOUND),
  );
}

function matching({ organizationId }: OrganizationActor, filter: PlatformAuditFilter): SQL | undefined {
  return and(ofSchool(filter.school), matchingEvents(organizationId, filter));
}

function ofSchool(school: PlatformAuditFilter["school"]): SQL | undefined {
  if (school === undefined) return undefined;
  return school === NO_SCHOOL ? isNull(auditEvents.organizationId) : eq(auditEvents.organizationId, school);
}

/** The events with the schools whose log they are of; null for the platform's own. */
async function withSchools<Row extends { organizationId: string | null }>(
  tx: PlatformTx,
  rows: readonly Row[],
) {
  const ids = [...new Set(rows.flatMap(({ organizationId }) => organizationId ?? []))];
  const found = new Map((await namedSchools(tx, ids)).map((school) => [school.id, school]));
  return rows.map((row) => ({ ...row, school: found.get(row.organizationId ?? "") ?? null }));
}

async function namedSchools({ db }: PlatformTx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...ids]));
}
