import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/core/programs";
import { atGate } from "@/db/scope";
import { DAY } from "@/lib/duration";
import { Problem } from "./problem";

/** What a POST with an Idempotency-Key is told apart by. */
export type Attempt = { principal: string; key: string; request: string };

const FORM = /^[\x21-\x7e]{1,255}$/;
const KEPT_HEADERS = ["content-type", "content-language", "location", "etag"];
const SWEPT = 20;

/**
 * Runs a request once for its key, for 24 hours: the same one again gets the first one's answer, another one with the
 * key is refused, and so is one that comes while the first is at work. What failed on our side may be tried again.
 */
export async function once(attempt: Attempt, run: () => Promise<Response>): Promise<Response> {
  if (!FORM.test(attempt.key)) throw new Problem("invalid", { errors: [] });
  const stored = await claim(attempt);
  if (stored) return answerAgain(stored, hashOf(attempt));
  const row = rowOf(attempt);
  try {
    const response = await run();
    if (response.status < 500) {
      await keep(row, response.clone());
      return response;
    }
    await forget(row);
    return response;
  } catch (error) {
    await forget(row);
    throw error;
  }
}

type Stored = typeof idempotencyKeys.$inferSelect;

/** Makes the key this request's; gives what is there where it is another's. */
async function claim(attempt: Attempt): Promise<Stored | undefined> {
  const { principal, key } = attempt;
  const requestHash = hashOf(attempt);
  return atGate({}, async ({ db }) => {
    const over = db
      .select({ principal: idempotencyKeys.principal, key: idempotencyKeys.key })
      .from(idempotencyKeys)
      .where(lt(idempotencyKeys.expiresAt, sql`now()`))
      .limit(SWEPT)
      .for("update", { skipLocked: true });
    await db
      .delete(idempotencyKeys)
      .where(sql`(${idempotencyKeys.principal}, ${idempotencyKeys.key}) in (${over})`);
    const made = await db
      .insert(idempotencyKeys)
      .values({ principal, key, requestHash, expiresAt: new Date(Date.now() + DAY) })
      .onConflictDoUpdate({
        target: [idempotencyKeys.principal, idempotencyKeys.key],
        set: {
          requestHash,
          status: null,
          headers: null,
          body: null,
          createdAt: sql`now()`,
          expiresAt: sql`excluded.expires_at`,
        },
        setWhere: lt(idempotencyKeys.expiresAt, sql`now()`),
      })
      .returning({ key: idempotencyKeys.key });
    if (made.length > 0) return undefined;
    const [stored] = await db.select().from(idempotencyKeys).where(rowOf(attempt));
    return stored;
  });
}

function answerAgain(stored: Stored, requestHash: string): Response {
  if (stored.requestHash !== requestHash) throw new Problem("key-reused");
  if (stored.status === null) throw new Problem("still-running", { headers: { "retry-after": "1" } });
  const headers = { ...stored.headers, "idempotency-replayed": "true" };
  return new Response(stored.body, { status: stored.status, headers });
}

async function keep(row: ReturnType<typeof rowOf>, response: Response): Promise<void> {
  const body = await response.text();
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const answer = { status: response.status, headers, body: body === "" ? null : body };
  await atGate({}, ({ db }) => db.update(idempotencyKeys).set(answer).where(row));
}

async function forget(row: ReturnType<typeof rowOf>): Promise<void> {
  await atGate({}, ({ db }) => db.delete(idempotencyKeys).where(row));
}

function rowOf({ principal, key }: Attempt) {
  return and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key));
}

function hashOf({ request }: Attempt): string {
  return createHash("sha256").update(request, "utf8").digest("hex");
}
