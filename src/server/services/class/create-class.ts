import { violatedUnique } from "@/db/errors";
import { classCoaches, classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { CreateClassInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { type ClassMember, coachRefusal, holdMembers } from "./members";
import { type ClassPlace, holdPlace, type PlaceNames } from "./place";
import { tellCoaches } from "./tell";

/**
 * A new class with its lead, and coaches beside. Throws CONFLICT where an active class has the name already, accents and
 * case aside, and BAD_REQUEST for a coach who cannot coach or a year, section or subject that is not there.
 */
export async function createClass(
  actor: OrganizationActor,
  { leadId, coachIds = [], ...values }: CreateClassInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, [leadId, ...coachIds]);
    const lead = coachAmong(members, leadId, "leadId");
    const others = [...new Set(coachIds)].filter((id) => id !== leadId);
    const coaches = others.map((id) => coachAmong(members, id, "coachIds"));
    const at = await holdPlace(tx, values);
    return { id: await insertClass(tx, { ...values, ...at }, { lead, coaches }) };
  });
}

/** The member, who can coach. Throws BAD_REQUEST about `field` for anybody else: another school's look like none. */
export function coachAmong(
  members: ReadonlyMap<string, ClassMember>,
  id: string,
  field: string,
): ClassMember {
  const member = members.get(id);
  if (!member || coachRefusal(member)) throw new DomainError("invalid", "class.cannotCoach", { field });
  return member;
}

type NewClass = Pick<CreateClassInput, "name" | "description" | "capacity"> & {
  place: ClassPlace;
  names: PlaceNames;
};
type Named = { id: string; name: string };

/** Writes a new class with its coaches, records it and has them told; returns its id. */
export async function insertClass(
  tx: TenantTx,
  { name, description = "", capacity = null, place, names }: NewClass,
  { lead, coaches, ...origin }: { lead: Named; coaches: readonly Named[]; copyOf?: Named },
): Promise<string> {
  const { organizationId } = tx.actor;
  const id = newId();
  const row = { name, description, capacity };
  try {
    await tx.db.insert(classes).values({ organizationId, id, ...row, ...place, sortKey: sortKey(name) });
  } catch (error) {
    throw nameTaken(error, name);
  }
  const team = [lead, ...coaches].map((coach, index) => ({
    id: coach.id,
    name: coach.name,
    isLead: index === 0,
  }));
  await tx.db
    .insert(classCoaches)
    .values(
      team.map(({ id: userId, isLead }) => ({ organizationId, id: newId(), classId: id, userId, isLead })),
    );
  await recordEvents(tx, [
    {
      action: "class.created",
      subject: { type: "class", id, name },
      after: {
        ...row,
        ...names,
        lead: { id: lead.id, name: lead.name },
        coaches: team.flatMap((coach) => (coach.isLead ? [] : [{ id: coach.id, name: coach.name }])),
        ...origin,
      },
    },
  ]);
  await tellCoaches(
    tx,
    team.map((coach) => ({ userId: coach.id, isLead: coach.isLead, className: name })),
  );
  return id;
}

/** The error to tell for a failed write of a class's name. */
export function nameTaken(error: unknown, name: string): unknown {
  if (violatedUnique(error) !== "classes_name_key") return error;
  return new DomainError("conflict", "class.nameTaken", { field: "name", values: { name } });
}
