import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { atGate } from "@/db/scope";
import { DomainError } from "./errors";

/** So many attempts in so many seconds, counted by name and subject. */
export type Limit = { name: string; points: number; seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts an attempt before it is made, so that a parallel burst is counted right. Throws `too_many` with the
 * minutes to wait. Takes a connection of its own: never call it inside a transaction.
 */
export async function countAttempt(limit: Limit, subject: string): Promise<void> {
  try {
    await limiterOf(limit).consume(keyOf(subject));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw new DomainError("too_many", "tooManyAttempts", { values: { minutes } });
  }
}

/** Where a subject stands after one more attempt: how many are left, and the seconds until all of them are. */
export type Standing = { isOver: boolean; remaining: number; reset: number };

/** As `countAttempt`, for callers that tell how many attempts are left. */
export async function takeAttempt(limit: Limit, subject: string): Promise<Standing> {
  const standing = await limiterOf(limit)
    .consume(keyOf(subject))
    .then(
      (state) => ({ state, isOver: false }),
      (error: unknown) => ({ state: error, isOver: true }),
    );
  const { state, isOver } = standing;
  if (!(state instanceof RateLimiterRes)) throw state;
  return { isOver, remaining: state.remainingPoints, reset: Math.ceil(state.msBeforeNext / 1_000) };
}

/** Takes back one counted attempt: it succeeded, and only failures shall add up. */
export async function forgiveAttempt(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject));
}

/** Forgets all attempts of a subject that has proved itself in another way. */
export async function forgetAttempts(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject));
}

function limiterOf(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit.name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: { query: runAtGate },
    storeType: "client",
    schemaName: "core",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}

// The table is read by every gate transaction: it holds no address in the clear.
function keyOf(subject: string): string {
  return createHash("sha256").update(subject, "utf8").digest("hex");
}

/** The part of node-postgres' client that the limiter uses, inside a gate transaction. */
async function runAtGate({ text, values }: { text: string; values: readonly unknown[] }) {
  const rows = await atGate({}, (tx) => tx.db.execute(withValues(text, values)));
  return { rows: [...rows], rowCount: rows.count };
}

function withValues(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`)),
  );
}
