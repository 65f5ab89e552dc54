import { violatedUnique } from "@/db/errors";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { CreateClassInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";

/** A new class. Throws CONFLICT where an active class has the name already, accents and case aside. */
export async function createClass(
  actor: OrganizationActor,
  input: CreateClassInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const id = newId();
    const row = { name: input.name, capacity: input.capacity ?? null };
    try {
      await tx.db.insert(classes).values({ organizationId, id, ...row, sortKey: sortKey(input.name) });
    } catch (error) {
      throw nameTaken(error, input.name);
    }
    await recordEvents(tx, [
      { action: "class.created", subject: { type: "class", id, name: input.name }, after: row },
    ]);
    return { id };
  });
}

/** The error to tell for a failed write of a class's name. */
export function nameTaken(error: unknown, name: string): unknown {
  if (violatedUnique(error) !== "classes_name_key") return error;
  return new DomainError("conflict", "class.nameTaken", { field: "name", values: { name } });
}
