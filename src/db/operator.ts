import { drizzle } from "drizzle-orm/postgres-js";
import { connect, type Db } from "./client";
import { schemaName } from "./settings-sql";

/** A transaction of the operator's login, which row security does not bind: seed, purge and move, never the web. */
export type OperatorTx = {
  readonly db: Db;
  /** Points tenant tables at a placement for what follows. */
  enterPlacement(placement: string): Promise<void>;
};

/** Runs `fn` on one connection of the login `homeroom_operator`, for work of many transactions. */
export async function onOperatorConnection<T>(operatorUrl: string, fn: (db: Db) => Promise<T>): Promise<T> {
  const sql = connect(operatorUrl);
  try {
    return await fn(drizzle(sql));
  } finally {
    await sql.end();
  }
}

/** Runs `fn` in one transaction of the login `homeroom_operator`; rolls back when it throws. */
export async function asOperator<T>(operatorUrl: string, fn: (tx: OperatorTx) => Promise<T>): Promise<T> {
  return onOperatorConnection(operatorUrl, (db) => inOperatorTransaction(db, fn));
}

/** As `asOperator`, on a connection of that login that is there already. */
export async function inOperatorTransaction<T>(db: Db, fn: (tx: OperatorTx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) =>
    fn({
      db: tx,
      async enterPlacement(placement) {
        await tx.execute(`set local search_path to ${schemaName(placement)}`);
      },
    }),
  );
}
