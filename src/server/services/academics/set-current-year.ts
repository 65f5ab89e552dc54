import { and, eq, ne } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { recordEvents } from "../audit";
import { lockOpenYear } from "./queries";

/** Makes the year the current one, and opens it where it was planned. Throws CONFLICT for a closed one. */
export async function setCurrentYear(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const year = await lockOpenYear(tx, id);
    if (!year.isCurrent) await makeCurrent(tx, year);
  });
}

/** The same within a transaction, for a year that is locked or new, and not closed. */
export async function makeCurrent(tx: TenantTx, { id, name }: { id: string; name: string }): Promise<void> {
  const { organizationId } = tx.actor;
  const ofSchool = eq(academicYears.organizationId, organizationId);
  const updatedAt = new Date();
  const [former] = await tx.db
    .update(academicYears)
    .set({ isCurrent: false, updatedAt })
    .where(and(ofSchool, eq(academicYears.isCurrent, true), ne(academicYears.id, id)))
    .returning({ name: academicYears.name });
  await tx.db
    .update(academicYears)
    .set({ isCurrent: true, state: "open", updatedAt })
    .where(and(ofSchool, eq(academicYears.id, id)));
  await recordEvents(tx, [
    {
      action: "year.made_current",
      subject: { type: "year", id, name },
      before: { year: former?.name ?? "" },
      after: { year: name },
    },
  ]);
}
