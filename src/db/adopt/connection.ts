import { setTimeout as delay } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { connect } from "../client";
import { AdoptionError } from "./adoption-error";

/** Shorter than PostgreSQL's deadlock_timeout: in a deadlock with the old code it is the tool that gives way. */
const LOCK_TIMEOUT = "400ms";
const ATTEMPTS = 60;

/** Runs `fn` on a connection of the owner's login, alone: a second command waits for no lock but is refused. */
export async function asAdopter<T>(ownerUrl: string, fn: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(ownerUrl);
  try {
    const [row] = await sql`select pg_try_advisory_lock(hashtextextended('homeroom:adopt', 0)) as mine`;
    if (!row?.mine) throw new AdoptionError("Another `adopt` command is at work on this database.");
    return await fn(sql);
  } finally {
    await sql.end();
  }
}

/** A short transaction that waits for no writer of the old code: where it would, it starts again a little later. */
export async function patiently<T>(sql: Sql, fn: (tx: TransactionSql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await sql.begin(async (tx) => {
        await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
        return fn(tx);
      })) as T;
    } catch (error) {
      if (!isLockTrouble(error)) throw error;
      if (attempt === ATTEMPTS)
        throw new AdoptionError(
          "The old tables stay locked by a long transaction: try again when it has ended.",
        );
      await delay(Math.min(50 * attempt, 1_000));
    }
  }
}

/** Reads and writes of what follows are the operator's, whom row security does not bind. */
export async function asOperatorIn(tx: TransactionSql): Promise<void> {
  await tx.unsafe("set local role homeroom_operator");
}

/** Whether it only had to wait too long, or gave way. */
export function isLockTrouble(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "55P03" || error.code === "40P01");
}
