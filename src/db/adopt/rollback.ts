import type { Sql, TransactionSql } from "postgres";
import { AdoptionError } from "./adoption-error";
import { asAdopter, asOperatorIn, isLockTrouble, patiently } from "./connection";
import { dropConstraints } from "./contract";
import { makeFunctions } from "./functions";
import { forgetOperator, letOperatorRead, whileOperatorWrites } from "./old-privileges";
import { OLD_TABLE_NAMES, retiredName } from "./old-shape";
import { removeAdopted } from "./remove-adopted";
import { carryBack } from "./sql/carry-back";
import { type Adoption, PHASES, requirePhase, setPhase } from "./state";
import type { LeftBehind, Step } from "./step";
import { followAll, followNothing, lockOldTables } from "./triggers";

export type RolledBack = { to: "backfilled" | "expanded" | "none"; leftBehind: LeftBehind };

/**
 * One phase back. After `contract`: the old tables have their names again and are followed again, with what was written
 * in the new shape meanwhile (or, with `discardNew`, without it). Before: the tool leaves, with the rows it brought.
 */
export async function rollback(
  ownerUrl: string,
  { discardNew }: { discardNew: boolean },
  step: Step = () => undefined,
): Promise<RolledBack> {
  return asAdopter(ownerUrl, async (sql) => {
    const adoption = await requirePhase(sql, "rollback", PHASES);
    if (adoption.phase === "contracted") return reopen(sql, adoption, discardNew);
    return leave(sql, adoption, step);
  });
}

async function reopen(sql: Sql, { places }: Adoption, discardNew: boolean): Promise<RolledBack> {
  const leftBehind = await patiently(sql, async (tx) => {
    await lockOldTables(tx, places, retiredName);
    if (!discardNew) {
      await tx.unsafe(carryBack(places));
      await whileOperatorWrites(tx, places, async () => {
        await tx.unsafe("select adopt.carry_back()").catch((error: Error) => {
          if (isLockTrouble(error)) throw error;
          throw new AdoptionError(
            `What was written since cannot be carried back (${error.message}): mend it, or give --discard-new.`,
          );
        });
      });
      await tx.unsafe("drop function adopt.carry_back()");
    }
    await asOperatorIn(tx);
    const stays = await countLeftBehind(tx, places.tenant);
    await tx.unsafe("reset role");
    for (const table of OLD_TABLE_NAMES)
      await tx.unsafe(`alter table ${places.old}.${retiredName(table)} rename to ${table}`);
    await letOperatorRead(tx, places.old);
    await makeFunctions(tx, places);
    await followAll(tx, places);
    // Without the new writes the old rows are the truth again, each of them.
    if (discardNew) await tx.unsafe("delete from adopt.cursors");
    await setPhase(tx, discardNew ? "expanded" : "backfilled");
    return stays;
  });
  return { to: discardNew ? "expanded" : "backfilled", leftBehind };
}

async function countLeftBehind(tx: TransactionSql, tenant: string): Promise<LeftBehind> {
  const [row] = await tx.unsafe(`select
    (select count(*)::int from core.organizations where not is_default) as "otherSchools",
    (select count(*)::int from ${tenant}.class_coaches where not is_lead) as "furtherCoaches",
    (select count(*)::int from ${tenant}.enrollments where state = 'waiting') as "placesInWaitingLists",
    (select count(*)::int from ${tenant}.saved_views) as "savedViews",
    (select count(*)::int from core.organization_settings) as "settings"`);
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, count]) => count > 0)) as LeftBehind;
}

async function leave(sql: Sql, adoption: Adoption, step: Step): Promise<RolledBack> {
  const { places } = adoption;
  await patiently(sql, async (tx) => {
    await lockOldTables(tx, places);
    await followNothing(tx, places);
    await dropConstraints(tx, places);
    // Whoever changes their mind here expands again, and carries all over again.
    await tx.unsafe("delete from adopt.cursors");
    await setPhase(tx, "expanding");
  });
  step("triggers dropped");
  const leftBehind = await removeAdopted(sql, adoption, step);
  await patiently(sql, async (tx) => {
    await forgetOperator(tx, places);
    await tx.unsafe("drop schema adopt cascade");
  });
  return { to: "none", leftBehind };
}
