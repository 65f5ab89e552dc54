import { and, eq } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { YearState } from "@/domain/academics-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockYear } from "./queries";

/** Closes a year: nothing of its structure changes any more. Throws CONFLICT for the current one. */
export async function closeYear(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await moveTo(actor, id, "closed");
}

/** Opens a closed year again, which does not make it the current one. */
export async function reopenYear(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await moveTo(actor, id, "open");
}

async function moveTo(actor: OrganizationActor, id: string, state: YearState): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { name, state: before, isCurrent } = await lockYear(tx, id);
    if (before === state || (state === "open" && before !== "closed")) return;
    if (isCurrent) throw new DomainError("conflict", "academics.yearCurrent", { values: { name } });
    await tx.db
      .update(academicYears)
      .set({ state, updatedAt: new Date() })
      .where(and(eq(academicYears.organizationId, actor.organizationId), eq(academicYears.id, id)));
    await recordEvents(tx, [
      {
        action: state === "closed" ? "year.closed" : "year.reopened",
        subject: { type: "year", id, name },
      },
    ]);
  });
}
