import { sql } from "drizzle-orm";
import { onOperatorConnection } from "@/db/operator";

/** Longer than the queue itself takes to try again after the first failures. */
const STUCK = "15 minutes";
const AT_ONCE = 100;

/** Deleted schools whose time is over, and schools whose own schema nobody seems to make any more. */
export function findDue(operatorUrl: string): Promise<{ purges: string[]; provisionings: string[] }> {
  return onOperatorConnection(operatorUrl, async (db) => {
    const purges = await db.execute<{ id: string }>(sql`
      select id::text from core.organizations where purge_after <= now() order by purge_after limit ${AT_ONCE}`);
    const provisionings = await db.execute<{ id: string }>(sql`
      select school.id::text from core.provisionings waiting
      join core.organizations school on school.id = waiting.organization_id
      where school.status = 'provisioning' and waiting.updated_at < now() - ${STUCK}::interval
      order by waiting.updated_at limit ${AT_ONCE}`);
    return { purges: purges.map(({ id }) => id), provisionings: provisionings.map(({ id }) => id) };
  });
}
