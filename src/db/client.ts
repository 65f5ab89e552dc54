import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { env } from "@/lib/env";

export type Db = PostgresJsDatabase<Record<string, never>>;

// One pool a process, also when a development server loads this module again.
const held = globalThis as typeof globalThis & { homeroomPool?: Sql; homeroomWorkerPool?: Sql };

/** Connections of the login `homeroom_app`: without a scope they can read and write nothing. */
export function appPool(): Sql {
  const { DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_PREPARE } = env();
  held.homeroomPool ??= connect(DATABASE_URL, { max: DATABASE_POOL_SIZE, prepare: DATABASE_PREPARE });
  return held.homeroomPool;
}

/** Connections of the login `homeroom_worker`: the queue's schema and the outbox. */
export function workerPool(): Sql {
  held.homeroomWorkerPool ??= connect(env().WORKER_DATABASE_URL, { max: 2 });
  return held.homeroomWorkerPool;
}

/** A pool for `url` with this project's conventions. The caller ends it. */
export function connect(url: string, options: { max?: number; prepare?: boolean } = {}): Sql {
  return postgres(url, {
    max: options.max ?? 1,
    prepare: options.prepare ?? true,
    onnotice: () => undefined,
    connection: { application_name: "homeroom" },
  });
}

/** Connections whose last statement is still under way though nobody waits for it. */
const returning = new Set<Promise<unknown>>();

/** Ends the pools of this process, after the queries under way. */
export async function closePools(): Promise<void> {
  // A connection that comes back to a pool after its end keeps it open.
  await Promise.all(returning);
  await Promise.all([held.homeroomPool?.end({ timeout: 5 }), held.homeroomWorkerPool?.end({ timeout: 5 })]);
  held.homeroomPool = undefined;
  held.homeroomWorkerPool = undefined;
}

/** The part of postgres.js' connection that tells its end; `sql.begin` uses the same. */
type Watched = { onclose: ((error: unknown) => void) | null };

/** A reserved connection and Drizzle on it. */
export type Connection = {
  /** Statements without parameters, several at once: one round trip. */
  run(statements: string): Promise<unknown>;
  /** One statement, prepared where the pool prepares and it has parameters. */
  read(statement: string, values: string[]): Promise<unknown>;
  db: Db;
  /** Gives the connection back to its pool once the last statement is done, however it went. */
  release(last: Promise<unknown> | undefined): void;
};

/**
 * Takes a connection from the pool of `homeroom_app`. postgres.js writes to the socket of a reserved connection even
 * after it has closed, which ends the process: a lost connection refuses here instead, and its pool makes way for a
 * new one, since a write that was pending stays in the old connection's buffer.
 */
export async function takeConnection(): Promise<Connection> {
  const pool = appPool();
  const reserved = await pool.reserve();
  const prepare = pool.options.prepare;
  let lost: unknown;
  let underlying: Watched | undefined;
  const watched = {
    prepare: false,
    onexecute(connection: Watched) {
      underlying = connection;
      connection.onclose = (error) => {
        lost = error;
        discard(pool);
      };
      return true;
    },
  };
  const unsafe = (query: string, parameters: string[] = []) => {
    if (lost !== undefined) throw lost;
    return reserved.unsafe(query, parameters, { prepare: prepare && parameters.length > 0 });
  };
  // Drizzle reads `options` of the pool that a reserved connection lacks, and would send every statement unprepared.
  const client = Object.assign(Object.create(reserved), { options: pool.options, unsafe }) as Sql;
  let db: Db | undefined;
  return {
    get db() {
      db ??= drizzle(client);
      return db;
    },
    async run(statements) {
      if (lost !== undefined) throw lost;
      // Sent at once, not when it is awaited: what is asked next comes behind it.
      return reserved.unsafe(statements, [], watched).execute();
    },
    async read(statement, values) {
      return unsafe(statement, values).execute();
    },
    release(last) {
      const returned = Promise.allSettled([last]).then(() => {
        returning.delete(returned);
        if (lost !== undefined) return;
        // From now on it may close without harm, as when its lifetime is over.
        if (underlying) underlying.onclose = null;
        reserved.release();
      });
      returning.add(returned);
    },
  };
}

function discard(pool: Sql): void {
  if (held.homeroomPool !== pool) return;
  held.homeroomPool = undefined;
  void pool.end({ timeout: 30 });
}
