import { and, eq } from "drizzle-orm";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UpdateClassInput } from "@/domain/class";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { nameTaken } from "./create-class";
import { fillSeats } from "./fill-seats";
import { type ClassPlace, holdPlace, type PlaceNames, sectionName, subjectName, yearName } from "./place";
import { type ClassRow, lockClass } from "./policies";

const FIELDS = ["name", "description", "yearId", "sectionId", "subjectId", "capacity"] as const;
const PLACE = ["yearId", "sectionId", "subjectId"] as const;
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
    const { name, description, capacity } = { ...found, ...wanted };
    const moves = PLACE.some((field) => changed.includes(field));
    const at = moves ? await holdPlace(tx, wanted, found) : undefined;
    const before = moves ? await readNames(tx, id) : undefined;
    try {
      await tx.db
        .update(classes)
        .set({ name, description, ...at?.place, capacity, sortKey: sortKey(name), updatedAt: new Date() })
        .where(and(eq(classes.organizationId, actor.organizationId), eq(classes.id, id)));
    } catch (error) {
      throw nameTaken(error, name);
    }
    const only = (values: Partial<Values>, names: PlaceNames | undefined) => ({
      ...Object.fromEntries(changed.flatMap((field) => (isOfPlace(field) ? [] : [[field, values[field]]]))),
      ...names,
    });
    await recordEvents(tx, [
      {
        action: "class.updated",
        subject: { type: "class", id, name },
        before: only(found, before),
        after: only(wanted, at?.names),
      },
    ]);
    if (changed.includes("capacity")) await fillSeats(tx, [id]);
  });
}

function isOfPlace(field: string): field is keyof ClassPlace {
  return PLACE.some((known) => known === field);
}

async function readNames(tx: TenantTx, id: string): Promise<PlaceNames | undefined> {
  const [names] = await tx.db
    .select({ year: yearName, section: sectionName, subject: subjectName })
    .from(classes)
    .where(and(eq(classes.organizationId, tx.actor.organizationId), eq(classes.id, id)));
  return names;
}

function staleError({ name, description, yearId, sectionId, subjectId, capacity }: Values): DomainError {
  return new DomainError("conflict", "class.stale", {
    values: {
      ...{ name, description, capacity: capacity ?? "" },
      ...{ yearId: yearId ?? "", sectionId: sectionId ?? "", subjectId: subjectId ?? "" },
    },
  });
}
