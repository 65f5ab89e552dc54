import type { Sql } from "postgres";
import { AdoptionError } from "./adoption-error";
import { carryAgain, retryProblems } from "./backfill";
import { asAdopter, asOperatorIn, patiently } from "./connection";
import { dropFollower } from "./functions";
import { mendKeys } from "./mend-keys";
import { makeMissingIndexes } from "./missing-indexes";
import { OLD_TABLE_NAMES, retiredName } from "./old-shape";
import type { Places } from "./places";
import { requirePhase, setPhase } from "./state";
import type { Step } from "./step";
import { followNothing, lockOldTables } from "./triggers";
import { namesOf, unequal, type Verdict, verify } from "./verify";

/** The old tables whose every row must be mapped, and to what. */
const MAPPED = ["users", "classes", "workspaces", "invitations"] as const;

/**
 * Compares old with new, lets PostgreSQL itself validate that no old row was left out, and in one short transaction
 * compares again, ends the following and renames the old tables. Nothing is dropped but what the tool made.
 */
export async function contract(
  ownerUrl: string,
  { root }: { root: string },
  step: Step = () => undefined,
): Promise<Verdict[]> {
  return asAdopter(ownerUrl, async (sql) => {
    const adoption = await requirePhase(sql, "contract", ["backfilled", "contracting"]);
    const { places } = adoption;
    await setPhase(sql, "contracting");
    await retryProblems(sql);
    await mendKeys(sql, places);
    const differing = unequal(await compare(sql, places));
    if (differing.length > 0) await carryAgain(sql, differing);
    await refuseProblems(sql);
    refuseDifferences(await compare(sql, places));
    step("compared");
    await makeMissingIndexes(sql, adoption, root);
    step("indexes");
    await validate(sql, places, step);
    const verdicts = await patiently(sql, async (tx) => {
      await lockOldTables(tx, places);
      await asOperatorIn(tx);
      const last = await verify(tx, places);
      refuseDifferences(last);
      await tx.unsafe("reset role");
      await followNothing(tx, places);
      for (const table of MAPPED)
        await tx.unsafe(`alter table ${places.old}.${table} drop constraint ${constraintOf(table)}`);
      await dropFollower(tx);
      for (const table of OLD_TABLE_NAMES)
        await tx.unsafe(`alter table ${places.old}.${table} rename to ${retiredName(table)}`);
      await setPhase(tx, "contracted");
      return last;
    });
    return verdicts;
  });
}

function constraintOf(table: (typeof MAPPED)[number]): string {
  return `${table}_adopted_fk`;
}

// NOT VALID holds new rows to it at once, and VALIDATE reads the others without keeping any writer waiting.
async function validate(sql: Sql, { old }: Places, step: Step): Promise<void> {
  for (const table of MAPPED) {
    const name = constraintOf(table);
    await patiently(sql, async (tx) => {
      const [known] = await tx`select 1 from pg_constraint
        where conname = ${name} and conrelid = ${`${old}.${table}`}::regclass`;
      if (!known)
        await tx.unsafe(`alter table ${old}.${table} add constraint ${name} foreign key (id)
          references adopt.${table} (old_id) deferrable initially deferred not valid`);
    });
    await patiently(sql, (tx) => tx.unsafe(`alter table ${old}.${table} validate constraint ${name}`));
    step(`constraint on ${table}`);
  }
}

/** Takes away the constraints of a contraction that did not come to its end. */
export async function dropConstraints(
  tx: { unsafe(statement: string): PromiseLike<unknown> },
  { old }: Places,
): Promise<void> {
  for (const table of MAPPED)
    await tx.unsafe(`alter table ${old}.${table} drop constraint if exists ${constraintOf(table)}`);
}

function compare(sql: Sql, places: Places): Promise<Verdict[]> {
  return patiently(sql, async (tx) => {
    await asOperatorIn(tx);
    return verify(tx, places);
  });
}

function refuseDifferences(verdicts: readonly Verdict[]): void {
  const differing = unequal(verdicts);
  if (differing.length > 0)
    throw new AdoptionError(`Old and new differ, nothing was switched: ${namesOf(differing)}.`);
}

async function refuseProblems(sql: Sql): Promise<void> {
  const found =
    await sql`select source, old_key, reason from adopt.problems order by source, old_key limit 10`;
  if (found.length === 0) return;
  const told = found.map(({ source, old_key: key, reason }) => `${source} ${key.join("/")} (${reason})`);
  throw new AdoptionError(`Rows could not be carried over: ${told.join("; ")}.`);
}
