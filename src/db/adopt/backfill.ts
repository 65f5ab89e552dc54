import type { Sql, TransactionSql } from "postgres";
import { asAdopter, asOperatorIn, patiently } from "./connection";
import { mendKeys } from "./mend-keys";
import { OLD_TABLE_NAMES, type OldTable } from "./old-shape";
import type { Places } from "./places";
import { requirePhase, setPhase } from "./state";
import type { Step } from "./step";

const KEYS: Record<OldTable, string[]> = {
  users: ["id"],
  classes: ["id"],
  class_members: ["class_id", "user_id"],
  workspaces: ["id"],
  invitations: ["id"],
};

/**
 * Carries over the rows that nobody has written since `expand`, in batches, each with its place kept in the same short
 * transaction: stopped at any point, it goes on from there. A row that is carried twice is carried once.
 */
export async function backfill(
  ownerUrl: string,
  { batchSize }: { batchSize: number },
  step: Step = () => undefined,
): Promise<void> {
  await asAdopter(ownerUrl, async (sql) => {
    const { places } = await requirePhase(sql, "backfill", ["expanded", "backfilling", "backfilled"]);
    await setPhase(sql, "backfilling");
    for (const table of OLD_TABLE_NAMES) {
      let analysedAt = 0;
      for (let carried = 0; ; ) {
        const count = await patiently(sql, (tx) => carryBatch(tx, places, table, batchSize));
        if (count === 0) break;
        carried += count;
        if (carried >= 4 * analysedAt) {
          analysedAt = carried;
          await analyse(sql, places);
        }
        step("batch", { table, carried });
      }
      step(`${table} carried`);
    }
    await mendKeys(sql, places);
    step("keys");
    await setPhase(sql, "backfilled");
  });
}

// Plans made while the new tables are empty are kept: let them be those of full ones.
async function asCarrier(tx: TransactionSql): Promise<void> {
  await asOperatorIn(tx);
  await tx.unsafe("set local enable_seqscan = off");
}

// PostgreSQL finds the right index only once it knows that the tables are not empty any more.
async function analyse(sql: Sql, { tenant }: Places): Promise<void> {
  const core = ["users", "accounts", "account_passwords", "invitations", "invitation_tokens", "workspaces"];
  const school = ["classes", "class_coaches", "enrollments"];
  await sql.unsafe("set role homeroom_owner");
  try {
    for (const table of [...core.map((name) => `core.${name}`), ...school.map((name) => `${tenant}.${name}`)])
      await sql.unsafe(`analyze ${table}`);
  } finally {
    await sql.unsafe("reset role");
  }
  for (const table of ["people", "users", "classes", "workspaces", "invitations"])
    await sql.unsafe(`analyze adopt.${table}`);
}

async function carryBatch(
  tx: TransactionSql,
  { old }: Places,
  table: OldTable,
  batchSize: number,
): Promise<number> {
  await asCarrier(tx);
  const [cursor] = await tx`select last, is_done from adopt.cursors where source = ${table}`;
  if (cursor?.is_done) return 0;
  const key = KEYS[table].join(", ");
  const after = cursor ? `where (${key}) > (${(cursor.last as string[]).map(Number).join(", ")})` : "";
  const [found] = await tx.unsafe(
    `with batch as materialized (
      select array[${key}]::bigint[] as key from ${old}.${table} ${after} order by ${key} limit ${Math.trunc(batchSize)}
    ), carried as materialized (select key, adopt.carry('${table}', key, true) from batch order by key)
    select count(*)::int as count, max(key) as last from carried`,
  );
  const count = Number(found?.count);
  await tx`insert into adopt.cursors (source, last, is_done)
    values (${table}, ${(found?.last as string[] | null) ?? (cursor?.last as string[] | undefined) ?? []}, ${count === 0})
    on conflict (source) do update set last = excluded.last, is_done = excluded.is_done`;
  return count;
}

/** Tries again what could not be carried over. */
export async function retryProblems(sql: Sql): Promise<void> {
  await patiently(sql, async (tx) => {
    await asCarrier(tx);
    await tx`select adopt.carry(source, old_key, true) from adopt.problems order by seen_at`;
  });
}

/** Carries the rows of these keys once more. */
export async function carryAgain(
  sql: Sql,
  rows: readonly { table: OldTable; differing: number[][] }[],
): Promise<void> {
  await patiently(sql, async (tx) => {
    await asCarrier(tx);
    for (const { table, differing } of rows)
      for (const key of differing) await tx`select adopt.carry(${table}, ${key}::bigint[], true)`;
  });
}
