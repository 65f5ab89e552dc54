import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { sections } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UpdateSectionInput } from "@/domain/academics";
import { can } from "@/domain/permissions";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockSections, nameTaken, sectionTitle } from "./queries";

/**
 * Changes name, seats or guide of a section. Throws CONFLICT where its grade has a section of the name or the year is
 * closed, and BAD_REQUEST for a guide who cannot guide.
 */
export async function updateSection(
  actor: OrganizationActor,
  { id, ...given }: UpdateSectionInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const [section] = await lockSections(tx, [id]);
    if (!section) throw notFound();
    if (given.guideUserId) await holdGuide(tx, given.guideUserId);
    const before = { name: section.name, capacity: section.capacity, guideUserId: section.guideUserId };
    const after = {
      name: given.name ?? section.name,
      capacity: given.capacity === undefined ? section.capacity : given.capacity,
      guideUserId: given.guideUserId === undefined ? section.guideUserId : given.guideUserId,
    };
    const changed = (["name", "capacity", "guideUserId"] as const).filter(
      (field) => before[field] !== after[field],
    );
    if (changed.length === 0) return;
    try {
      await tx.db
        .update(sections)
        .set({ ...after, updatedAt: new Date() })
        .where(and(eq(sections.organizationId, actor.organizationId), eq(sections.id, id)));
    } catch (error) {
      throw nameTaken(error, after.name);
    }
    const only = (values: typeof before) =>
      Object.fromEntries(changed.map((field) => [field, values[field]]));
    await recordEvents(tx, [
      {
        action: "section.updated",
        subject: { type: "section", id, name: sectionTitle(section.gradeName, after.name) },
        before: only(before),
        after: only(after),
      },
    ]);
  });
}

/** Who guides, held until the transaction ends. Throws BAD_REQUEST for whoever is no active coach or admin of the school. */
async function holdGuide(tx: TenantTx, userId: string): Promise<void> {
  const [member] = await tx.db
    .select({ role: users.role, status: users.status, leftAt: users.leftAt })
    .from(users)
    .where(and(eq(users.organizationId, tx.actor.organizationId), eq(users.id, userId)))
    .for("key share");
  if (!member || member.leftAt || member.status === "suspended" || !can(member.role, "class:manage-own"))
    throw new DomainError("invalid", "academics.cannotGuide", { field: "guideUserId" });
}
