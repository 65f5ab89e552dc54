import { and, eq } from "drizzle-orm";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UpdateClassInput } from "@/domain/class";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { nameTaken } from "./create-class";
import { lockManagedClass } from "./policies";

/** Changes what is given of a class; an archived one is read-only. */
export async function updateClass(actor: OrganizationActor, input: UpdateClassInput): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockManagedClass(tx, input.id);
    if (found.state === "archived") throw new DomainError("conflict", "class.archived");
    const name = input.name ?? found.name;
    const capacity = input.capacity === undefined ? found.capacity : input.capacity;
    try {
      await tx.db
        .update(classes)
        .set({ name, sortKey: sortKey(name), capacity, updatedAt: new Date() })
        .where(and(eq(classes.organizationId, actor.organizationId), eq(classes.id, input.id)));
    } catch (error) {
      throw nameTaken(error, name);
    }
    await recordEvents(tx, [
      {
        action: "class.updated",
        subject: { type: "class", id: input.id, name },
        before: { name: found.name, capacity: found.capacity },
        after: { name, capacity },
      },
    ]);
  });
}
