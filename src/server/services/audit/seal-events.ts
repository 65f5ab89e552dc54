import { sql } from "drizzle-orm";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import {
  BEGINNING,
  canonicalColumns,
  canonicalForm,
  chainLock,
  type EventTexts,
  ofChain,
  PLATFORM_CHAIN,
  sealHash,
} from "./chain";

/** Events of one transaction: half a second of work. */
const AT_ONCE = 4_000;

/**
 * Puts events that wait into the chains of their organizations, some thousands of each chain; answers how many. Also
 * from several processes at once: each chain is sealed by one at a time, and nobody waits for another.
 */
export async function sealEvents(actor: Actor): Promise<number> {
  const chains = await onPlatform(actor, waitingChains);
  let sealed = 0;
  for (const chain of chains) sealed += await onPlatform(actor, (tx) => sealChain(tx, chain));
  return sealed;
}

async function waitingChains({ db }: PlatformTx): Promise<string[]> {
  const rows = await db.execute<{ chain: string }>(sql`
    select distinct coalesce(organization_id, ${PLATFORM_CHAIN}::uuid)::text as chain from core.audit_unsealed`);
  return rows.map(({ chain }) => chain);
}

async function sealChain({ db }: PlatformTx, chain: string): Promise<number> {
  // Each statement sees what was committed before it: behind the lock, the chain as whoever held it has left it.
  const [[lock], [head], events] = await Promise.all([
    db.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${chainLock(chain)}) as taken`),
    db.execute<{ position: string; hash: string }>(sql`
      select position, hash from core.audit_seals where chain = ${chain}::uuid order by position desc limit 1`),
    db.execute<EventTexts & { id: string }>(sql`
      select ${canonicalColumns}
      from core.audit_unsealed waiting join core.audit_events event on event.id = waiting.event_id
      where ${ofChain(sql`waiting.organization_id`, chain)} and ${ofChain(sql`event.organization_id`, chain)}
        and not exists (select from core.audit_seals seal
          where seal.chain = ${chain}::uuid and seal.event_id = waiting.event_id)
      order by waiting.created_at, waiting.event_id limit ${AT_ONCE}`),
  ]);
  if (!lock?.taken || events.length === 0) return 0;
  let position = Number(head?.position ?? 0);
  let hash = head?.hash ?? BEGINNING;
  const seals = events.map((event) => {
    position += 1;
    hash = sealHash(hash, canonicalForm(event));
    return { position, id: event.id, hash };
  });
  const lines = JSON.stringify(seals);
  await Promise.all([
    db.execute(sql`
      insert into core.audit_seals (chain, position, event_id, hash)
      select ${chain}::uuid, line.position, line.id, line.hash
      from jsonb_to_recordset(${lines}::jsonb) as line (position bigint, id uuid, hash text)`),
    db.execute(sql`
      delete from core.audit_unsealed where event_id = any(${sql.param(seals.map(({ id }) => id))}::uuid[])`),
  ]);
  return seals.length;
}
