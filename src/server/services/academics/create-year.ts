import { academicYears } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { CreateYearInput } from "@/domain/academics";
import { newId } from "@/lib/ids";
import { recordEvents } from "../audit";
import { nameTaken } from "./queries";
import { makeCurrent } from "./set-current-year";
import { termLines, writeTerms } from "./terms";

/**
 * A new year with its terms, planned, or the current one where that is asked for. Throws CONFLICT where the school has a
 * year of that name.
 */
export async function createYear(
  actor: OrganizationActor,
  { isCurrent, ...input }: CreateYearInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const id = await createYearIn(tx, input);
    if (isCurrent) await makeCurrent(tx, { id, name: input.name });
    return { id };
  });
}

/** A planned year with its terms, within a transaction; its id. */
export async function createYearIn(
  tx: TenantTx,
  { name, startsOn, endsOn, terms }: Omit<CreateYearInput, "isCurrent">,
): Promise<string> {
  const { organizationId } = tx.actor;
  const id = newId();
  try {
    await tx.db
      .insert(academicYears)
      .values({ organizationId, id, name, startsOn, endsOn, state: "planned" });
  } catch (error) {
    throw nameTaken(error, name);
  }
  await writeTerms(tx, id, terms, []);
  await recordEvents(tx, [
    {
      action: "year.created",
      subject: { type: "year", id, name },
      after: { name, startsOn, endsOn, terms: termLines(terms) },
    },
  ]);
  return id;
}
