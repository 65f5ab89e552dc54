import { and, eq, sql } from "drizzle-orm";
import { counters } from "@/db/schema/tenant/student-imports";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";

const COUNTER = "student-code";
const DIGITS = 4;
/** Codes in a row that a school may have written by hand where the next one would be. */
const MAX_SKIPPED = 100_000;

/**
 * The next free codes of the school, such as 0001, in order; codes that somebody wrote by hand are passed over. The
 * counter stays locked until the transaction ends, so that no two records get one.
 */
export async function takeStudentCodes(tx: TenantTx, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { organizationId } = tx.actor;
  const [counter] = await tx.db
    .insert(counters)
    .values({ organizationId, id: newId(), name: COUNTER })
    .onConflictDoUpdate({
      target: [counters.organizationId, counters.name],
      set: { value: sql`${counters.value}` },
    })
    .returning({ value: counters.value });
  const last = counter?.value ?? 0;
  const code = sql`lpad(n::text, greatest(${DIGITS}, length(n::text)), '0')`;
  const free = await tx.db.execute<{ n: number; code: string }>(sql`
    select n, ${code} as code from generate_series(${last + 1}::int, ${last + count + MAX_SKIPPED}::int) n
    where not exists (
      select 1 from ${students} s where s.organization_id = ${organizationId} and s.code = ${code})
    order by n limit ${count}`);
  await tx.db
    .update(counters)
    .set({ value: Math.max(last, ...free.map(({ n }) => n)) })
    .where(and(eq(counters.organizationId, organizationId), eq(counters.name, COUNTER)));
  return free.map((row) => row.code);
}
