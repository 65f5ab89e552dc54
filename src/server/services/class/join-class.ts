import { sql } from "drizzle-orm";
import { classCoaches } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { recordCoaches, tellLeads } from "./leads";
import { type ClassRow, lockClassRows } from "./policies";
import { placeStudents, readOpenPlaces } from "./seats";
import { tellPlaces } from "./tell";

type Person = { id: string; name: string };
type Joined = "coach" | "enrolled" | "waiting";

/**
 * Takes a member into a class as the invitation says: a coach leads it where nobody does, a student gets a seat, or a
 * place in the waiting list where there is none. Whoever is in it stays as they are. Undefined where the class takes
 * nobody.
 */
export async function joinClass(
  tx: TenantTx,
  { classId, person, as }: { classId: string; person: Person; as: "COACH" | "STUDENT" },
): Promise<Joined | undefined> {
  const found = (await lockClassRows(tx, [classId])).get(classId);
  if (found?.state !== "active") return undefined;
  return as === "COACH" ? joinCoaches(tx, found, person) : joinStudents(tx, found, person);
}

async function joinStudents(tx: TenantTx, found: ClassRow, person: Person): Promise<Joined> {
  const open = (await readOpenPlaces(tx, found.id, [person.id])).get(person.id);
  if (open) return open.state === "active" ? "enrolled" : "waiting";
  const { waiting } = await placeStudents(tx, found, [person]);
  const change = waiting.length > 0 ? "waiting" : "enrolled";
  await tellPlaces(tx, [{ change, class: found, students: [person], because: "accepted" }]);
  return change;
}

async function joinCoaches(tx: TenantTx, found: ClassRow, person: Person): Promise<Joined> {
  const { organizationId } = tx.actor;
  const hasLead = sql`exists (select 1 from ${classCoaches} lead where lead.organization_id = ${organizationId}
    and lead.class_id = ${found.id} and lead.is_lead)`;
  const [joined] = await tx.db
    .insert(classCoaches)
    .values({
      organizationId,
      id: newId(),
      classId: found.id,
      userId: person.id,
      isLead: sql`not ${hasLead}`,
    })
    .onConflictDoNothing()
    .returning({ isLead: classCoaches.isLead });
  if (joined?.isLead) await tellLeads(tx, [{ class: found, before: null, after: person }]);
  else if (joined) await recordCoaches(tx, found, [person]);
  return "coach";
}
