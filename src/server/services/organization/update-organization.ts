import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UpdateOrganizationInput } from "@/domain/organization";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";

/** Changes what is given of the actor's own school; plan, status, limits and features are not the school's. */
export async function updateOrganization(
  actor: OrganizationActor,
  input: UpdateOrganizationInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const columns = {
      name: organizations.name,
      description: organizations.description,
      settings: organizations.settings,
    };
    const [before] = await tx.db
      .select(columns)
      .from(organizations)
      .where(eq(organizations.id, actor.organizationId))
      .for("update");
    if (!before) throw notFound();
    const after = {
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      settings: input.settings ?? before.settings,
    };
    await tx.db
      .update(organizations)
      .set({ ...after, updatedAt: new Date() })
      .where(eq(organizations.id, actor.organizationId));
    const subject = { type: "organization", id: actor.organizationId, name: after.name };
    await recordEvents(tx, [{ action: "organization.updated", subject, before, after }]);
  });
}
