import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chainLock } from "../services/audit";

const AT_ONCE = 2_000;

/**
 * Erases a school's log with its seals, some thousands at a time from the newest: what is left of the chain is whole.
 */
export async function eraseLog(db: Db, organizationId: string): Promise<void> {
  const school = sql`${organizationId}::uuid`;
  for (let erased = AT_ONCE; erased === AT_ONCE; )
    erased = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${chainLock(organizationId)})`);
      await tx.execute(sql`delete from core.audit_unsealed where organization_id = ${school}`);
      await tx.execute(sql`
        delete from core.audit_events event where organization_id = ${school}
          and not exists (select from core.audit_seals seal where seal.chain = ${school} and seal.event_id = event.id)`);
      const unsealed = await tx.execute<{ id: string }>(sql`
        delete from core.audit_seals where chain = ${school} and position in (
          select position from core.audit_seals where chain = ${school} order by position desc limit ${AT_ONCE})
        returning event_id::text as id`);
      const ids = sql`${sql.param(unsealed.map(({ id }) => id))}::uuid[]`;
      await tx.execute(sql`delete from core.audit_events where id = any(${ids})`);
      return unsealed.length;
    });
}
