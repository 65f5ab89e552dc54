import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { HandOverInput } from "@/domain/organization";
import { outranks, type Role } from "@/domain/roles";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { notify } from "../notification";
import { type Member, rowsOf } from "./change-users";
import { confirmSchool, lockOwnAdmin } from "./own-school";

/**
 * Makes another active person of the school its admin; the caller goes on as one too, or as a coach, as they choose.
 * Both or neither. Throws NOT_FOUND for nobody of the school, CONFLICT for who cannot be its admin.
 */
export async function handOver(
  actor: OrganizationActor,
  { userId, stay, confirm }: HandOverInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { self, members } = await lockOwnAdmin(tx, [userId]);
    const heir = members.byId.get(userId);
    if (!heir || heir.id === self.id) throw notFound();
    const school = await confirmSchool(tx, confirm);
    if (heir.status !== "active") throw new DomainError("conflict", "organization.heirSuspended");
    if (outranks(heir.role, "ORG_ADMIN") || (heir.role === "ORG_ADMIN" && stay))
      throw new DomainError("conflict", "organization.heirIsAdmin", { field: "userId" });
    await giveRole(tx, heir, "ORG_ADMIN");
    if (!stay) await giveRole(tx, self, "COACH");
    await recordEvents(tx, [
      {
        action: "organization.handed_over",
        subject: { type: "organization", id: actor.organizationId, name: school.name },
        after: { to: heir.name, stays: stay },
      },
    ]);
  });
}

async function giveRole(tx: TenantTx, member: Member, role: Role): Promise<void> {
  if (member.role === role) return;
  await tx.db
    .update(users)
    .set({ role, updatedAt: new Date() })
    .where(rowsOf(tx, [member]));
  await recordEvents(tx, [
    {
      action: "user.role_changed",
      subject: { type: "user", id: member.id, name: member.name },
      before: { role: member.role },
      after: { role },
    },
  ]);
  await notify(tx, [{ userId: member.id, notice: { kind: "membership", became: role } }]);
}
