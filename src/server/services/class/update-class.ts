import { and, eq } from "drizzle-orm";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UpdateClassInput } from "@/domain/class";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { nameTaken } from "./create-class";
import { fillSeats } from "./fill-seats";
import { type ClassRow, lockClass } from "./policies";

const FIELDS = ["name", "description", "year", "capacity"] as const;
type Values = Pick<ClassRow, (typeof FIELDS)[number]>;

/**
 * Changes what is given of a class; an archived one is read-only. With `base`, what was left as the form had it stays,
 * and CONFLICT `class.stale`, with the values as they are, says that somebody else has changed one of those given. More
 * seats move the waiting list up.
 */
export async function updateClass(
  actor: OrganizationActor,
  { id, base = {}, ...given }: UpdateClassInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockClass(tx, id, "edit");
    const wanted: Partial<Values> = Object.fromEntries(
      FIELDS.flatMap((field) =>
        given[field] === undefined || given[field] === base[field] ? [] : [[field, given[field]]],
      ),
    );
    const changed = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== found[field]);
    if (changed.some((field) => base[field] !== undefined && base[field] !== found[field]))
      throw staleError(found);
    if (changed.length === 0) return;
    const { name, description, year, capacity } = { ...found, ...wanted };
    try {
      await tx.db
        .update(classes)
        .set({ name, description, year, capacity, sortKey: sortKey(name), updatedAt: new Date() })
        .where(and(eq(classes.organizationId, actor.organizationId), eq(classes.id, id)));
    } catch (error) {
      throw nameTaken(error, name);
    }
    const only = (values: Partial<Values>) =>
      Object.fromEntries(changed.map((field) => [field, values[field]]));
    await recordEvents(tx, [
      {
        action: "class.updated",
        subject: { type: "class", id, name },
        before: only(found),
        after: only(wanted),
      },
    ]);
    if (changed.includes("capacity")) await fillSeats(tx, [id]);
  });
}

function staleError({ name, description, year, capacity }: Values): DomainError {
  return new DomainError("conflict", "class.stale", {
    values: { name, description, year, capacity: capacity ?? "" },
  });
}
