import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { isLike } from "@/db/holds-words";
import { prepared } from "@/db/prepared";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ExportRosterInput, RosterInput } from "@/domain/class";
import { MAX_ROSTER_EXPORT, MAX_WAITING_SHOWN } from "@/domain/class-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { searchTerms } from "@/lib/text-keys";
import { recordEvents } from "../audit";
import { yearName } from "./place";
import { requireClass } from "./policies";

const positionSchema = z.object({ key: z.string(), id: z.uuid(), index: z.number().int().min(0) });

/** What tells one query of the roster from another beside its values. */
type Shape = { terms: number; isContinued: boolean };

const organizationId = sql.placeholder("organizationId");
const classId = sql.placeholder("classId");

// The state in full: the plan of a prepared statement cannot know that a parameter is what a partial index is for.
function seatsMatching({ terms }: Pick<Shape, "terms">): SQL | undefined {
  return and(
    eq(enrollments.organizationId, organizationId),
    eq(enrollments.classId, classId),
    sql`${enrollments.state} = 'active'`,
    ...Array.from({ length: terms }, (_, n) => isLike(users.searchKey, sql.placeholder(`term${n}`))),
  );
}

const rosterPage = prepared("class_roster", (db, shape: Shape) => {
  const after = sql`(${users.sortKey}, ${users.id}) > (${sql.placeholder("afterKey")}::text, ${sql.placeholder("afterId")}::uuid)`;
  return readPlaces(db, and(seatsMatching(shape), shape.isContinued ? after : undefined))
    .orderBy(asc(users.sortKey), asc(users.id))
    .limit(sql.placeholder("limit"));
});

const rosterCount = prepared("class_roster_count", (db, shape: Pick<Shape, "terms">) =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(enrollments)
    .innerJoin(users, ofPlace)
    .where(seatsMatching(shape)),
);

/** One page of who has a seat, by name. `from` is the rank of its first row, `matching` the length of the whole. */
export async function listRoster(actor: OrganizationActor, { id, search, cursor, limit }: RosterInput) {
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  const terms = searchTerms(search).map((term, n) => [`term${n}`, `% ${term}%`]);
  const which = {
    organizationId: actor.organizationId,
    classId: id,
    ...Object.fromEntries(terms),
  };
  return readInOrganization(actor, async (tx) => {
    const page = { ...which, afterKey: position?.key, afterId: position?.id, limit: limit + 1 };
    const [, found, [counted]] = await Promise.all([
      requireClass(tx, id),
      rosterPage(tx, page, { terms: terms.length, isContinued: position !== undefined }),
      rosterCount(tx, which, { terms: terms.length }),
    ]);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const index = position?.index ?? 0;
    const nextCursor =
      last && found.length > limit
        ? encodeCursor({ key: last.sortKey, id: last.id, index: index + shown.length })
        : null;
    const rows = shown.map(({ sortKey: _sortKey, waitNumber: _waitNumber, since: enrolledAt, ...row }) => ({
      ...row,
      enrolledAt,
    }));
    return { rows, from: index + 1, nextCursor, matching: counted?.count ?? 0 };
  });
}

/** Who waits for a seat, the next first, at most 200. */
export async function listWaiting(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const [, found] = await Promise.all([requireClass(tx, id), readWaiting(tx, id, MAX_WAITING_SHOWN)]);
    return found.map(({ sortKey: _sortKey, status: _status, ...row }) => row);
  });
}

/** The whole roster and who waits, for a file or for paper; who took it out is recorded. */
export async function exportRoster(actor: OrganizationActor, { id, format }: ExportRosterInput) {
  return inOrganization(actor, async (tx) => {
    const [found, [{ year = "" } = {}], seated, waiting] = await Promise.all([
      requireClass(tx, id),
      tx.db
        .select({ year: yearName })
        .from(classes)
        .where(and(eq(classes.organizationId, actor.organizationId), eq(classes.id, id))),
      readPlaces(tx.db, placesIn(tx, id, "active"))
        .orderBy(asc(users.sortKey), asc(users.id))
        .limit(MAX_ROSTER_EXPORT),
      readWaiting(tx, id, MAX_ROSTER_EXPORT),
    ]);
    const { name } = found;
    await recordEvents(tx, [
      {
        action: "class.roster_exported",
        subject: { type: "class", id, name },
        after: { format, count: seated.length + waiting.length },
      },
    ]);
    const shown = (state: "active" | "waiting", rows: typeof seated) =>
      rows.map(({ sortKey: _sortKey, waitNumber: _waitNumber, ...row }) => ({ ...row, state }));
    return { name, year, rows: [...shown("active", seated), ...shown("waiting", waiting)] };
  });
}

const ofPlace = and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId));

function placesIn(tx: TenantTx, classId: string, state: "active" | "waiting"): SQL | undefined {
  return and(
    eq(enrollments.organizationId, tx.actor.organizationId),
    eq(enrollments.classId, classId),
    eq(enrollments.state, state),
  );
}

function readPlaces(db: Db, which: SQL | undefined) {
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      status: users.status,
      since: enrollments.enrolledAt,
      waitNumber: sql<number>`${enrollments.waitNumber}`,
      sortKey: users.sortKey,
    })
    .from(enrollments)
    .innerJoin(users, ofPlace)
    .where(which)
    .$dynamic();
}

function readWaiting(tx: TenantTx, classId: string, limit: number) {
  return readPlaces(tx.db, placesIn(tx, classId, "waiting"))
    .orderBy(asc(enrollments.waitNumber))
    .limit(limit);
}
