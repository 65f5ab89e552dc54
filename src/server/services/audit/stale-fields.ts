import { and, desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import type { TenantTx } from "@/db/scope";
import { isSameValue, type StaleField } from "@/domain/stale";

type Values = Readonly<Record<string, unknown>>;

/**
 * Those of the fields of a record that are to be changed whose value is no longer the one the form was loaded with, with
 * who changed them and when. A field that the form did not name in `base` is never stale. `told` says by which name
 * the log knows a field, where it is another one.
 */
export async function findStaleFields(
  tx: TenantTx,
  changed: readonly string[],
  {
    subjectId,
    current,
    base,
    told = (field) => field,
  }: { subjectId: string; current: Values; base: Values; told?: (field: string) => string },
): Promise<StaleField[]> {
  const stale = changed.filter(
    (field) => base[field] !== undefined && !isSameValue(current[field], base[field]),
  );
  if (stale.length === 0) return [];
  const changes = await lastChanges(tx, subjectId, stale.map(told));
  return stale.map((field) => {
    const change = changes.find(({ after }) => after !== null && told(field) in after);
    return { field, theirs: current[field], by: change?.by ?? "", at: change?.at ?? null };
  });
}

const ENOUGH = 50;

async function lastChanges(tx: TenantTx, subjectId: string, fields: readonly string[]) {
  const names = sql`array[${sql.join(
    fields.map((field) => sql`${field}`),
    sql`, `,
  )}]::text[]`;
  return tx.db
    .select({ by: auditEvents.actorName, at: auditEvents.createdAt, after: auditEvents.after })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, tx.actor.organizationId),
        eq(auditEvents.subjectId, subjectId),
        sql`${auditEvents.after} ?| ${names}`,
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(ENOUGH);
}
