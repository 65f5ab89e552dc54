import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { holdsWords } from "@/db/holds-words";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ListInvitationsInput } from "@/domain/invitation";
import { INVITATION_STATUSES, type InvitationStatus } from "@/domain/roles";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { searchTerms } from "@/lib/text-keys";
import { dueInvitations, shownStatus, withinReach } from "./policies";

const positionSchema = z.object({ at: microsecondsSchema, id: z.uuid(), index: z.number().int().min(0) });

/** One page of invitations, newest first. `from` is the rank of its first row, from 1. */
export async function listInvitations(actor: OrganizationActor, input: ListInvitationsInput) {
  const position = input.cursor === undefined ? undefined : decodeCursor(positionSchema, input.cursor);
  return readInOrganization(actor, async (tx) => {
    const { statuses, roles, due, classId, limit } = input;
    const found = await tx.db
      .select({
        id: invitations.id,
        email: invitations.email,
        name: invitations.name,
        role: invitations.role,
        status: shownStatus,
        delivery: invitations.delivery,
        className: classes.name,
        invitedBy: users.name,
        sendCount: invitations.sendCount,
        lastSentAt: invitations.lastSentAt,
        expiresAt: invitations.expiresAt,
        createdAt: invitations.createdAt,
        createdMicroseconds: microsecondsOf(invitations.createdAt),
      })
      .from(invitations)
      .leftJoin(
        classes,
        and(eq(classes.organizationId, invitations.organizationId), eq(classes.id, invitations.classId)),
      )
      .leftJoin(
        users,
        and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.invitedBy)),
      )
      .where(
        and(
          await withinReach(tx),
          statuses.length > 0 ? inArray(shownStatus, statuses) : undefined,
          roles.length > 0 ? inArray(invitations.role, roles) : undefined,
          due && dueInvitations[due],
          classId === undefined ? undefined : eq(invitations.classId, classId),
          matchesSearch(input.search),
          position &&
            sql`(${invitations.createdAt}, ${invitations.id}) < (${instantFrom(position.at)}, ${position.id}::uuid)`,
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const index = position?.index ?? 0;
    const nextCursor =
      last && found.length > limit
        ? encodeCursor({ at: last.createdMicroseconds, id: last.id, index: index + page.length })
        : null;
    const rows = page.map(({ createdMicroseconds: _created, ...row }) => row);
    return { rows, from: index + 1, nextCursor };
  });
}

/** How many invitations within the actor's reach are in each status. */
export async function countInvitations(actor: OrganizationActor): Promise<Record<InvitationStatus, number>> {
  return readInOrganization(actor, async (tx) => {
    const rows = await tx.db
      .select({ status: shownStatus, count: sql<number>`count(*)::int` })
      .from(invitations)
      .where(await withinReach(tx))
      .groupBy(sql`1`)
      .orderBy(asc(sql`1`));
    const counts = Object.fromEntries(INVITATION_STATUSES.map((status) => [status, 0])) as Record<
      InvitationStatus,
      number
    >;
    for (const { status, count } of rows) counts[status] = count;
    return counts;
  });
}

function matchesSearch(search: string) {
  return and(...holdsWords(invitations.searchKey, searchTerms(search)));
}
