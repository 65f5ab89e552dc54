import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ListStudentsInput } from "@/domain/student";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { positionOf, positionSchema, readPage, shownRow } from "./page";

/** One page of the students within the actor's reach. `from` is the rank of its first row in the whole list, from 1. */
export async function listStudents(actor: OrganizationActor, input: ListStudentsInput) {
  const { sort, limit, cursor } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema(sort), cursor);
  return readInOrganization(actor, async (tx) => {
    const found = await readPage(tx, { ...input, after: position?.after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const index = position?.index ?? 0;
    const nextCursor =
      last && found.length > limit
        ? encodeCursor({ after: positionOf(sort, last), index: index + page.length })
        : null;
    return { rows: page.map(shownRow), from: index + 1, nextCursor };
  });
}
