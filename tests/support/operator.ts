import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { connect } from "@/db/client";
import { inOperatorTransaction, type OperatorTx } from "@/db/operator";

const kept = new Map<string, Sql>();

/** As the product's own, on connections that stay: a test asks so often that making them would be most of its time. */
export function asOperator<T>(operatorUrl: string, fn: (tx: OperatorTx) => Promise<T>): Promise<T> {
  const sql = kept.get(operatorUrl) ?? connect(operatorUrl, { max: 4 });
  kept.set(operatorUrl, sql);
  return inOperatorTransaction(drizzle(sql), fn);
}

/** Ends the connections to a database that is about to be dropped. */
export async function closeOperator(operatorUrl: string): Promise<void> {
  await kept.get(operatorUrl)?.end({ timeout: 5 });
  kept.delete(operatorUrl);
}
