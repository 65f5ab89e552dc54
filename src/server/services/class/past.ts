import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ClassPageInput } from "@/domain/class";
import type { FormerCause } from "@/domain/class-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { readHistory } from "../audit";
import { requireClass } from "./policies";

const PAGE = 50;
const EVENTS = 20;

const positionSchema = z.object({ at: microsecondsSchema, id: z.uuid() });

/** Who had a seat and has it no longer, the latest first, and why. Who only waited is not among them. */
export async function listFormer(actor: OrganizationActor, { id, cursor }: ClassPageInput) {
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const target = alias(classes, "target");
    const [, found] = await Promise.all([
      requireClass(tx, id),
      tx.db
        .select({
          enrollmentId: enrollments.id,
          id: users.id,
          name: users.name,
          enrolledAt: enrollments.enrolledAt,
          withdrawnAt: sql<Date>`${enrollments.withdrawnAt}`.mapWith(enrollments.withdrawnAt),
          withdrawnOn: enrollments.withdrawnOn,
          reason: enrollments.withdrawalReason,
          cause: sql<FormerCause>`case when ${enrollments.movedToClassId} is not null then 'moved'
            when ${enrollments.withdrawnAt} = ${users.leftAt} then 'left_school' else 'withdrawn' end`,
          movedToId: target.id,
          movedToName: target.name,
          microseconds: microsecondsOf(enrollments.withdrawnAt),
        })
        .from(enrollments)
        .innerJoin(
          users,
          and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId)),
        )
        .leftJoin(
          target,
          and(
            eq(target.organizationId, enrollments.organizationId),
            eq(target.id, enrollments.movedToClassId),
          ),
        )
        .where(
          and(
            eq(enrollments.organizationId, organizationId),
            eq(enrollments.classId, id),
            eq(enrollments.state, "withdrawn"),
            isNotNull(enrollments.withdrawnOn),
            position &&
              sql`(${enrollments.withdrawnAt}, ${enrollments.id}) < (${instantFrom(position.at)}, ${position.id}::uuid)`,
          ),
        )
        .orderBy(desc(enrollments.withdrawnAt), desc(enrollments.id))
        .limit(PAGE + 1),
    ]);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const nextCursor =
      last && found.length > PAGE ? encodeCursor({ at: last.microseconds, id: last.enrollmentId }) : null;
    const rows = page.map(({ microseconds: _at, movedToId, movedToName, ...row }) => ({
      ...row,
      movedTo: movedToId !== null && movedToName !== null ? { id: movedToId, name: movedToName } : null,
    }));
    return { rows, nextCursor };
  });
}

/** What was done to the class, the newest first. */
export async function listHistory(actor: OrganizationActor, { id, cursor }: ClassPageInput) {
  return readInOrganization(actor, async (tx) => {
    const [, history] = await Promise.all([
      requireClass(tx, id),
      readHistory(tx, id, { cursor, limit: EVENTS }),
    ]);
    return history;
  });
}
