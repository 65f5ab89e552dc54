import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { onOperatorConnection } from "@/db/operator";
import { RETENTION, type Retention } from "./retention";

/** Rows of one transaction, so that nobody waits long for one of them. */
const AT_ONCE = 1_000;

/** Deletes what has been over for its time, table by table; returns how many rows of each. */
export function forgetWhatIsOver(operatorUrl: string): Promise<Record<string, number>> {
  return onOperatorConnection(operatorUrl, async (db) => {
    const forgotten: Record<string, number> = {};
    for (const retention of RETENTION) forgotten[retention.table] = await forget(db, retention);
    return forgotten;
  });
}

async function forget(db: Db, { table, overAt, days }: Retention): Promise<number> {
  const from = sql`core.${sql.identifier(table)}`;
  let all = 0;
  for (let gone = AT_ONCE; gone === AT_ONCE; all += gone) {
    // What somebody holds at this moment is for another day.
    const result = await db.execute(sql`delete from ${from} where ctid = any(array(
      select ctid from ${from} where ${overAt} < now() - make_interval(days => ${days})
      limit ${AT_ONCE} for update skip locked))`);
    gone = result.count;
  }
  return all;
}
