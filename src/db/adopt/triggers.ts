import type { Sql, TransactionSql } from "postgres";
import { patiently } from "./connection";
import { OLD_TABLE_NAMES } from "./old-shape";
import type { Places } from "./places";
import { followTable, unfollow } from "./sql/follow";
import type { Step } from "./step";

/** Lets the old code's writes be followed, a table at a time: each waits for its writers just once, and shortly. */
export async function follow(sql: Sql, places: Places, step: Step): Promise<void> {
  for (const table of OLD_TABLE_NAMES) {
    await patiently(sql, (tx) => tx.unsafe(followTable(places, table)));
    step(`trigger on ${table}`);
  }
}

/** As `follow`, all of them in a transaction that has locked the tables. */
export async function followAll(tx: TransactionSql, places: Places): Promise<void> {
  for (const table of OLD_TABLE_NAMES) await tx.unsafe(followTable(places, table));
}

/** Ends the following, in a transaction that has locked the tables. */
export async function followNothing(tx: TransactionSql, places: Places): Promise<void> {
  await tx.unsafe(unfollow(places));
}

/** Waits for every writer of the old tables and keeps further ones waiting until the transaction ends. */
export async function lockOldTables(
  tx: TransactionSql,
  { old }: Places,
  nameOf: (table: (typeof OLD_TABLE_NAMES)[number]) => string = (table) => table,
): Promise<void> {
  const names = OLD_TABLE_NAMES.map((table) => `${old}.${nameOf(table)}`).join(", ");
  await tx.unsafe(`lock table ${names} in access exclusive mode`);
}
