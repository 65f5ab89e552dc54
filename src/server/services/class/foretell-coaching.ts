import type { TenantTx } from "@/db/scope";
import { findSuccessors } from "./leads";
import { coachedClasses } from "./membership";

type Named = { id: string; name: string };

/** The active classes that a person coaches, and who would lead those that they lead once they go. */
export async function foretellCoaching(
  tx: TenantTx,
  userId: string,
): Promise<(Named & { isLead: boolean; successor: Named | null })[]> {
  const coached = await coachedClasses(tx, [userId]);
  const led = coached.filter(({ isLead }) => isLead).map(({ id }) => ({ id, state: "active" }));
  const successors = await findSuccessors(tx, led, [userId]);
  return coached.map(({ id, name, isLead }) => {
    const successor = successors.get(id);
    return { id, name, isLead, successor: successor ? { id: successor.id, name: successor.name } : null };
  });
}
