import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { holdsWords } from "@/db/holds-words";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform } from "@/db/scope";
import type { ListSchoolInvitationsInput } from "@/domain/onboarding";
import { INVITATION_STATUSES, type InvitationStatus } from "@/domain/roles";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { searchTerms } from "@/lib/text-keys";
import { shownStatus } from "./queries";

const positionSchema = z.object({ at: microsecondsSchema, id: z.uuid(), index: z.number().int().min(0) });

/** One page of the schools that were invited, newest first. `from` is the rank of its first row, from 1. */
export async function listSchoolInvitations(actor: Actor, input: ListSchoolInvitationsInput) {
  const { statuses, search, limit, cursor } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  const found = await onPlatform(actor, (tx) =>
    tx.db
      .select({
        id: schoolInvitations.id,
        name: schoolInvitations.name,
        email: schoolInvitations.contactEmail,
        plan: schoolInvitations.plan,
        slug: schoolInvitations.slug,
        placedApart: schoolInvitations.placedApart,
        locale: schoolInvitations.locale,
        status: shownStatus,
        delivery: schoolInvitations.delivery,
        sendCount: schoolInvitations.sendCount,
        lastSentAt: schoolInvitations.lastSentAt,
        expiresAt: schoolInvitations.expiresAt,
        invitedBy: schoolInvitations.invitedBy,
        createdAt: schoolInvitations.createdAt,
        closedAt: schoolInvitations.closedAt,
        school: { id: organizations.id, name: organizations.name, slug: organizations.slug },
        createdMicroseconds: microsecondsOf(schoolInvitations.createdAt),
      })
      .from(schoolInvitations)
      .leftJoin(organizations, eq(organizations.id, schoolInvitations.organizationId))
      .where(
        and(
          statuses.length > 0 ? inArray(shownStatus, statuses) : undefined,
          ...holdsWords(schoolInvitations.searchKey, searchTerms(search)),
          position &&
            sql`(${schoolInvitations.createdAt}, ${schoolInvitations.id})
              < (${instantFrom(position.at)}, ${position.id}::uuid)`,
        ),
      )
      .orderBy(desc(schoolInvitations.createdAt), desc(schoolInvitations.id))
      .limit(limit + 1),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const index = position?.index ?? 0;
  const nextCursor =
    last && found.length > limit
      ? encodeCursor({ at: last.createdMicroseconds, id: last.id, index: index + page.length })
      : null;
  const rows = page.map(({ createdMicroseconds: _created, ...row }) => row);
  return { rows, from: index + 1, nextCursor };
}

/** How many schools that were invited are in each status. */
export async function countSchoolInvitations(actor: Actor): Promise<Record<InvitationStatus, number>> {
  const rows = await onPlatform(actor, (tx) =>
    tx.db
      .select({ status: shownStatus, count: sql<number>`count(*)::int` })
      .from(schoolInvitations)
      .groupBy(sql`1`),
  );
  const counted = new Map(rows.map(({ status, count }) => [status, count]));
  return Object.fromEntries(
    INVITATION_STATUSES.map((status) => [status, counted.get(status) ?? 0]),
  ) as Record<InvitationStatus, number>;
}
