import type { TransactionSql } from "postgres";
import { OLD_TABLE_NAMES, type OldTable } from "./old-shape";
import type { Places } from "./places";
import { projections } from "./sql/projections";

/** How a table compares: equal counts and checksums, or the keys of rows that differ (a hundred at most). */
export type Verdict = {
  table: OldTable;
  before: number;
  after: number;
  checksum: string;
  differing: number[][];
};

const SHOWN = 100;

/** Compares each table, old with new; the transaction is the operator's. */
export async function verify(tx: TransactionSql, places: Places): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const table of OLD_TABLE_NAMES) {
    const { before, after } = projections(places)[table];
    const [row] = await tx.unsafe(`
      with before as (${before}), after as (${after}),
        differing as (
          select distinct key from ((table before except table after) union all (table after except table before)) as each
          order by key limit ${SHOWN})
      select (select count(*)::int from before) as before, (select count(*)::int from after) as after,
        (select md5(string_agg(line, chr(10) order by key)) from after) as checksum,
        (select coalesce(jsonb_agg(to_jsonb(key)), '[]') from differing) as differing`);
    verdicts.push({
      table,
      before: Number(row?.before),
      after: Number(row?.after),
      checksum: String(row?.checksum ?? ""),
      differing: (row?.differing ?? []) as number[][],
    });
  }
  return verdicts;
}

/** The tables that are not the same on both sides. */
export function unequal(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ differing, before, after }) => differing.length > 0 || before !== after);
}

/** Rows as a person reads them: users 17, class_members 3/17. */
export function namesOf(verdicts: readonly Verdict[]): string {
  return verdicts
    .flatMap(({ table, differing }) => differing.slice(0, 10).map((key) => `${table} ${key.join("/")}`))
    .join(", ");
}
