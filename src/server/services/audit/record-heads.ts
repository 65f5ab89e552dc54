import { sql } from "drizzle-orm";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { chainLock, PLATFORM_CHAIN } from "./chain";
import { recordPlatformEvents } from "./record-event";

/** Heads of one event. */
const AT_ONCE = 500;

/** How old the last record may be before the loop makes another. */
const EVERY = "1 hour";

/**
 * Writes the ends of the schools' chains that have grown since the last time into the platform's own chain, so that
 * one that is cut off or made anew contradicts it. Does nothing where that was done within the hour, unless `now`.
 */
export async function recordHeads(actor: Actor, { now = false } = {}): Promise<{ count: number }> {
  return onPlatform(actor, async (tx) => {
    const [[lock], [last]] = await Promise.all([
      tx.db.execute<{ taken: boolean }>(
        sql`select pg_try_advisory_xact_lock(${chainLock("audit.heads")}) as taken`,
      ),
      tx.db.execute<{ at: string; recent: boolean }>(sql`
        select created_at::text as at, created_at > now() - ${EVERY}::interval as recent from core.audit_events
        where organization_id is null and action = 'audit.heads' order by created_at desc, id desc limit 1`),
    ]);
    if (!lock?.taken || (last?.recent && !now)) return { count: 0 };
    const heads = await grownHeads(tx, last?.at);
    const events = [];
    for (let start = 0; start < heads.length; start += AT_ONCE) {
      const some = heads.slice(start, start + AT_ONCE);
      const after = { count: some.length, heads: Object.fromEntries(some.map((it) => [it.chain, it.head])) };
      events.push({ action: "audit.heads", subject: { type: "platform" }, after });
    }
    await recordPlatformEvents(tx, null, events);
    return { count: heads.length };
  });
}

// A sealing that began before the last record may have been committed after it: those of some minutes are looked up.
function grownHeads({ db }: PlatformTx, last: string | undefined) {
  const since = sql`coalesce(${last ?? null}::timestamptz, '-infinity') - interval '10 minutes'`;
  return db.execute<{ chain: string; head: string }>(sql`
    select school.id::text as chain, seal.head
    from core.organizations school cross join lateral (
      select position || ' ' || hash as head, created_at from core.audit_seals
      where chain = school.id order by position desc limit 1) seal
    where seal.created_at > ${since} and not exists (select from core.audit_events said
      where said.organization_id is null and said.action = 'audit.heads' and said.created_at > ${since}
        and said.after -> 'heads' ->> school.id::text = seal.head)
    order by school.id`);
}

/** Where the platform's own chain ends: what no chain above it holds, to be kept outside the database. */
export async function platformHead(actor: Actor): Promise<{ position: number; hash: string } | null> {
  const [head] = await onPlatform(actor, ({ db }) =>
    db.execute<{ position: string; hash: string }>(sql`
      select position, hash from core.audit_seals where chain = ${PLATFORM_CHAIN}::uuid
      order by position desc limit 1`),
  );
  return head ? { position: Number(head.position), hash: head.hash } : null;
}
