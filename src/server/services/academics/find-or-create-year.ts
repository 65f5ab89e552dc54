import { and, eq } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { usualDays, yearNameOf } from "@/domain/academic-year";
import { tidyText } from "@/lib/tidy-text";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { insertYear, yearColumns } from "./begin-academics";

export type Year = Pick<
  typeof academicYears.$inferSelect,
  "id" | "name" | "startsOn" | "endsOn" | "state" | "isCurrent"
>;

/**
 * The school year of that name ("2025-2026", "2025/26", "2026"), made with its usual days and three even terms where the
 * school has none; a school's first year is its current one. `made` tells which. Throws BAD_REQUEST `academics.yearName`
 * where the school has no such year and the name does not tell when it would be.
 */
export async function findOrCreateYear(tx: TenantTx, text: string): Promise<Year & { made: boolean }> {
  const name = yearNameOf(text) ?? tidyText(text);
  const found = await findYear(tx, name);
  if (found) return { ...found, made: false };
  const days = usualDays(name);
  if (!days) throw new DomainError("invalid", "academics.yearName", { field: "year", values: { name } });
  const { organizationId } = tx.actor;
  const current = await tx.db.$count(
    academicYears,
    and(eq(academicYears.organizationId, organizationId), eq(academicYears.isCurrent, true)),
  );
  const made = await insertYear(tx, { name, ...days, isCurrent: current === 0 });
  if (!made) {
    // Made by somebody else at the same moment; or another year became the current one.
    const theirs = await findYear(tx, name);
    if (!theirs) throw new DomainError("conflict", "academics.tryAgain");
    return { ...theirs, made: false };
  }
  await recordEvents(tx, [
    {
      action: "year.created",
      subject: { type: "year", id: made.id, name },
      after: { name, ...days, isCurrent: made.isCurrent },
    },
  ]);
  return { ...made, made: true };
}

async function findYear(tx: TenantTx, name: string): Promise<Year | undefined> {
  const [found] = await tx.db
    .select(yearColumns)
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.name, name)));
  return found;
}
