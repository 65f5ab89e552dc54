import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type ReservedSql, type Sql } from "postgres";
import { env } from "@/lib/env";

export type Db = PostgresJsDatabase<Record<string, never>>;

// One pool a process and address, also when a development server loads this module again.
const held = globalThis as typeof globalThis & { homeroomPools?: Map<string, Sql> };

function poolOf(url: string, options: Parameters<typeof connect>[1]): Sql {
  held.homeroomPools ??= new Map();
  const pool = held.homeroomPools.get(url) ?? connect(url, options);
  held.homeroomPools.set(url, pool);
  return pool;
}

/** Connections of the login `homeroom_app`: without a scope they can read and write nothing. */
export function appPool(): Sql {
  const { DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_PREPARE } = env();
  return poolOf(DATABASE_URL, { max: DATABASE_POOL_SIZE, prepare: DATABASE_PREPARE });
}

/** Connections of the login `homeroom_worker`: the queue's schema and the outbox. */
export function workerPool(): Sql {
  return poolOf(env().WORKER_DATABASE_URL, { max: 2 });
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
  const pools = [...(held.homeroomPools?.values() ?? [])];
  await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })));
  held.homeroomPools = undefined;
}

/** The part of postgres.js' connection that tells its end; `sql.begin` uses the same. */
type Watched = { onclose: ((error: unknown) => void) | null };

/** A reserved connection and Drizzle on it. */
export type Connection = {
  /** Rejects when the connection is lost: postgres.js leaves what was sent after a reset unanswered for ever. */
  lost: Promise<never>;
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
  const reserved = await reserve(pool);
  // Whoever still waited in a pool that made way goes to the next.
  if (reserved === undefined) return takeConnection();
  const prepare = pool.options.prepare;
  let failure: unknown;
  let lose: (error: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  let underlying: Watched | undefined;
  const watched = {
    prepare: false,
    onexecute(connection: Watched) {
      underlying = connection;
      connection.onclose = (error) => {
        failure = error;
        lose(error);
        discard(pool);
      };
      return true;
    },
  };
  const unsafe = (query: string, parameters: string[] = []) => {
    if (failure !== undefined) throw failure;
    return reserved.unsafe(query, parameters, { prepare: prepare && parameters.length > 0 });
  };
  // Drizzle reads `options` of the pool that a reserved connection lacks, and would send every statement unprepared.
  const client = Object.assign(Object.create(reserved), { options: pool.options, unsafe }) as Sql;
  let db: Db | undefined;
  return {
    lost,
    get db() {
      db ??= drizzle(client);
      return db;
    },
    async run(statements) {
      if (failure !== undefined) throw failure;
      // Sent at once, not when it is awaited: what is asked next comes behind it.
      return Promise.race([reserved.unsafe(statements, [], watched).execute(), lost]);
    },
    async read(statement, values) {
      return Promise.race([unsafe(statement, values).execute(), lost]);
    },
    release(last) {
      const returned = Promise.allSettled([last]).then(() => {
        returning.delete(returned);
        if (failure !== undefined) return;
        // From now on it may close without harm, as when its lifetime is over.
        if (underlying) underlying.onclose = null;
        giveBack(pool, reserved);
      });
      returning.add(returned);
    },
  };
}

/** Who waits for a connection of a pool, and how many have one or are about to: called when it makes way. */
type Line = { taken: number; queue: Set<() => void>; leaving: Set<() => void> };

const lines = new WeakMap<Sql, Line>();

function lineOf(pool: Sql): Line {
  const line = lines.get(pool) ?? { taken: 0, queue: new Set(), leaving: new Set() };
  lines.set(pool, line);
  return line;
}

/**
 * A connection of the pool; undefined where it makes way for another one meanwhile. No more ask postgres.js than it has
 * connections: for those in a queue of its own it would open lost ones anew, though they have left.
 */
function reserve(pool: Sql): Promise<ReservedSql | undefined> {
  const line = lineOf(pool);
  return new Promise((resolve, reject) => {
    const leave = () => resolve(undefined);
    line.leaving.add(leave);
    const ask = () => {
      line.taken += 1;
      pool.reserve().then(
        (reserved) => {
          // One that comes too late goes back.
          if (line.leaving.delete(leave)) resolve(reserved);
          else giveBack(pool, reserved);
        },
        (error) => {
          line.leaving.delete(leave);
          reject(error);
          step(line);
        },
      );
    };
    if (line.taken < pool.options.max) ask();
    else line.queue.add(ask);
  });
}

function giveBack(pool: Sql, reserved: ReservedSql): void {
  reserved.release();
  step(lineOf(pool));
}

/** A place is free: the next one takes it. */
function step(line: Line): void {
  line.taken -= 1;
  const [next] = line.queue;
  if (next === undefined) return;
  line.queue.delete(next);
  next();
}

function discard(pool: Sql): void {
  const { DATABASE_URL } = env();
  if (held.homeroomPools?.get(DATABASE_URL) !== pool) return;
  held.homeroomPools.delete(DATABASE_URL);
  const line = lineOf(pool);
  line.queue.clear();
  const left = [...line.leaving];
  line.leaving.clear();
  for (const leave of left) leave();
  void pool.end({ timeout: 30 });
}
