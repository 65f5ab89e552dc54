import { and, desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import type { TenantTx } from "@/db/scope";
import type { SchoolField, SchoolFields } from "@/domain/organization";
import { isSameValue, type StaleField } from "@/domain/stale";

/**
 * Those of the fields that are to be changed whose value is no longer the one the form was loaded with, with who
 * changed them and when. A field that the form did not name in `base` is never stale.
 */
export async function findStaleFields(
  tx: TenantTx,
  changed: readonly SchoolField[],
  { current, base }: { current: SchoolFields; base: Partial<SchoolFields> },
): Promise<StaleField[]> {
  const stale = changed.filter(
    (field) => base[field] !== undefined && !isSameValue(current[field], base[field]),
  );
  if (stale.length === 0) return [];
  const changes = await lastChanges(tx, stale);
  return stale.map((field) => {
    const change = changes.find(({ after }) => after !== null && field in after);
    return { field, theirs: current[field], by: change?.by ?? "", at: change?.at ?? null };
  });
}

const ENOUGH = 50;

async function lastChanges(tx: TenantTx, fields: readonly SchoolField[]) {
  const { organizationId } = tx.actor;
  const names = sql`array[${sql.join(
    fields.map((field) => sql`${field}`),
    sql`, `,
  )}]::text[]`;
  return tx.db
    .select({ by: auditEvents.actorName, at: auditEvents.createdAt, after: auditEvents.after })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organizationId),
        eq(auditEvents.subjectId, organizationId),
        sql`${auditEvents.after} ?| ${names}`,
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(ENOUGH);
}
