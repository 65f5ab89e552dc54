import { drizzle } from "drizzle-orm/postgres-js";
import type { Db } from "./client";

type Executable<T> = { execute(values?: Record<string, unknown>): Promise<T> };

// Writes SQL and reaches no database.
const builder: Db = drizzle.mock();

type Run<T, Shape> = (tx: { readonly db: Db }, values: Record<string, unknown>, shape: Shape) => Promise<T>;

/**
 * A query that is built once for each shape, with `sql.placeholder`s, and runs in any transaction: for hot reads, where
 * building it costs Drizzle as much time as PostgreSQL takes to answer. Shapes are kept: there must be few.
 */
export function prepared<T, Shape = void>(
  name: string,
  build: (db: Db, shape: Shape) => { prepare(name: string): Executable<T> },
): Run<T, Shape> {
  const kept = new Map<string | undefined, Executable<T>>();
  return ({ db }, values, shape) => {
    if (!("$client" in db)) throw new Error("Drizzle does not tell its connection");
    const key = JSON.stringify(shape);
    const made = kept.get(key) ?? build(builder, shape).prepare(name);
    kept.set(key, made);
    // Drizzle ties a prepared query to one connection; a transaction comes with its own.
    const bound: Executable<T> = Object.create(made, { client: { value: db.$client } });
    return bound.execute(values);
  };
}
