import { and, eq } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import { type OrganizationActor, readInOrganization } from "@/db/scope";

/** The school year of that name, as the school writes it. */
export function findYearByName(actor: OrganizationActor, { name }: { name: string }) {
  return readInOrganization(actor, async (tx) => {
    const [found] = await tx.db
      .select({ id: academicYears.id })
      .from(academicYears)
      .where(and(eq(academicYears.organizationId, actor.organizationId), eq(academicYears.name, name)));
    return found;
  });
}
