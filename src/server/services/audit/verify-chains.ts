import { type SQL, sql } from "drizzle-orm";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { canonicalColumns, canonicalForm, type EventTexts, ofChain, PLATFORM_CHAIN } from "./chain";
import { ChainWalk, type FoundFault } from "./judge-seals";

/** Seals that are read at once. */
const BATCH = 1_000;

/** How long an event may wait for its seal. */
const PATIENCE = "5 minutes";

/** Faults of a kind that are told of one chain. */
const TOLD = 1_000;

export type ChainFault = FoundFault & { chain: string };

export type Verdict = { chains: number; events: number; faults: ChainFault[] };

/**
 * Holds every chain, or that of one organization, against the events and the events against it, and against the ends
 * that the platform's chain has recorded and that `head` says. Reads in batches; writers go on meanwhile.
 */
export async function verifyChains(
  actor: Actor,
  { chain, head }: { chain?: string | undefined; head?: { position: number; hash: string } | undefined } = {},
): Promise<Verdict> {
  const chains = chain === undefined ? await onPlatform(actor, findChains) : [chain];
  const faults: ChainFault[] = [];
  let events = 0;
  for (const each of chains) {
    const verdict = await onPlatform(actor, (tx) => verifyChain(tx, each));
    events += verdict.events;
    faults.push(...verdict.faults.map((fault) => ({ chain: each, ...fault })));
  }
  const known = new Set(faults.map(placeOf));
  const contradicted = await onPlatform(actor, (tx) => contradictedHeads(tx, chain, head));
  faults.push(...contradicted.filter((fault) => !known.has(placeOf(fault))));
  return { chains: chains.length, events, faults };
}

function placeOf({ chain, position }: ChainFault): string {
  return `${chain} ${position}`;
}

// A school whose erasure has begun and is not over loses its log row by row.
async function findChains({ db }: PlatformTx): Promise<string[]> {
  const rows = await db.execute<{ chain: string }>(sql`
    select found.chain::text from (
      select chain from core.audit_seals
      union select coalesce(organization_id, ${PLATFORM_CHAIN}::uuid) from core.audit_events
      union select coalesce(organization_id, ${PLATFORM_CHAIN}::uuid) from core.audit_unsealed) found
    where not (${isTold("organization.purge_started", sql`found.chain`)}
      and not ${isTold("organization.purged", sql`found.chain`)})
    order by found.chain`);
  return rows.map(({ chain }) => chain);
}

function isTold(action: string, chain: SQL): SQL {
  return sql`exists (select from core.audit_events told
    where told.organization_id is null and told.action = ${action} and told.subject_id = ${chain})`;
}

async function verifyChain(tx: PlatformTx, chain: string): Promise<{ events: number; faults: FoundFault[] }> {
  const walk = new ChainWalk();
  let events = 0;
  for (let after = 0; ; ) {
    const links = await readLinks(tx, chain, after);
    for (const link of links) walk.follow(link);
    events += links.length;
    after = links.at(-1)?.position ?? after;
    if (links.length < BATCH) break;
  }
  const { faults } = walk.end();
  const waiting = await waitingFaults(tx, chain);
  return {
    events: events + waiting.count,
    faults: [...faults, ...(await unsealedEvents(tx, chain)), ...waiting.faults],
  };
}

async function readLinks({ db }: PlatformTx, chain: string, after: number) {
  const rows = await db.execute<EventTexts & { at: string; sealed: string; seal: string }>(sql`
    select seal.position as at, seal.event_id::text as sealed, seal.hash as seal, ${canonicalColumns}
    from core.audit_seals seal left join core.audit_events event on event.id = seal.event_id
    where seal.chain = ${chain}::uuid and seal.position > ${after}::bigint order by seal.position limit ${BATCH}`);
  return rows.map(({ at, sealed, seal, ...event }) => ({
    position: Number(at),
    eventId: sealed,
    hash: seal,
    canonical: event.id === null ? undefined : canonicalForm(event),
  }));
}

/** Events of the chain's organization that neither have a seal nor wait for one: not written by the application. */
async function unsealedEvents({ db }: PlatformTx, chain: string): Promise<FoundFault[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select event.id::text from core.audit_events event where ${ofChain(sql`event.organization_id`, chain)}
      and not exists (select from core.audit_seals seal
        where seal.chain = ${chain}::uuid and seal.event_id = event.id)
      and not exists (select from core.audit_unsealed waiting where waiting.event_id = event.id)
    order by event.created_at, event.id limit ${TOLD}`);
  return rows.map(({ id }) => ({ position: null, eventId: id, fault: "extra" as const }));
}

async function waitingFaults({ db }: PlatformTx, chain: string) {
  const here = ofChain(sql`waiting.organization_id`, chain);
  const [[counted], rows] = await Promise.all([
    db.execute<{ count: number }>(
      sql`select count(*)::int as count from core.audit_unsealed waiting where ${here}`,
    ),
    db.execute<{ id: string; gone: boolean }>(sql`
      select waiting.event_id::text as id, event.id is null as gone
      from core.audit_unsealed waiting left join core.audit_events event on event.id = waiting.event_id
      where ${here} and (event.id is null or waiting.created_at < now() - ${PATIENCE}::interval)
      order by waiting.created_at, waiting.event_id limit ${TOLD}`),
  ]);
  const faults = rows.map(({ id, gone }) => ({
    position: null,
    eventId: id,
    fault: gone ? ("missing" as const) : ("unsealed-too-long" as const),
  }));
  return { count: counted?.count ?? 0, faults };
}

/** Recorded ends that the chains do not have any more; those of a school that is erased go with it. */
async function contradictedHeads(
  { db }: PlatformTx,
  chain: string | undefined,
  head: { position: number; hash: string } | undefined,
): Promise<ChainFault[]> {
  const given: SQL = head
    ? sql`union all select ${PLATFORM_CHAIN}::uuid, ${head.position}::bigint, ${head.hash}::text`
    : sql``;
  const rows = await db.execute<{ chain: string; position: string; cut: boolean }>(sql`
    with recorded (chain, position, hash) as (
      select said.key::uuid, split_part(said.value, ' ', 1)::bigint, split_part(said.value, ' ', 2)
      from core.audit_events event cross join lateral jsonb_each_text(event.after -> 'heads') said
      where event.organization_id is null and event.action = 'audit.heads'
        and not ${isTold("organization.purge_started", sql`said.key::uuid`)}
      ${given})
    select distinct on (recorded.chain) recorded.chain::text, recorded.position::text, seal.hash is null as cut
    from recorded left join core.audit_seals seal
      on seal.chain = recorded.chain and seal.position = recorded.position
    where seal.hash is distinct from recorded.hash
      ${chain === undefined ? sql`` : sql`and recorded.chain = ${chain}::uuid`}
    order by recorded.chain, recorded.position limit ${TOLD}`);
  return rows.map((row) => ({
    chain: row.chain,
    position: Number(row.position),
    eventId: null,
    fault: row.cut ? ("cut" as const) : ("edited" as const),
  }));
}
