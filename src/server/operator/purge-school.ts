import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { dropPlacement } from "@/db/drop-placement";
import {
  countRows,
  eraseLateRows,
  eraseLooseEnds,
  eraseOrganization,
  erasePeople,
  eraseRows,
} from "@/db/erase-school";
import { onOperatorConnection } from "@/db/operator";
import { findSchoolTables, nameOf, type SchoolTable } from "@/db/school-tables";
import type { Actor } from "@/db/scope";
import { storage } from "../adapters/storage/storage";
import { PLATFORM_ITSELF } from "../jobs/system-actor";
import { chainLock, recordOperatorEvents } from "../services/audit";
import { eraseLog } from "./erase-log";
import { forgetJobs } from "./forget-jobs";
import type { OperatorUrls } from "./operator-urls";
import { findStarted, type Holdings, lastSeal } from "./purge-holdings";

/** What the platform's log keeps of an erased school. */
export type PurgeReceipt = Holdings & { organizationId: string; slug: string };

type Doomed = { name: string; slug: string; placement: string };

/** `onStep` is told after each step. */
type PurgeOptions = { actor?: Actor; onStep?: (step: string) => Promise<void> };

/**
 * Erases a deleted school whose time is over, or `now`, on both planes, with its files, its queue, its log and the accounts of
 * nobody else, in short transactions; a receipt stays in the platform's chain. Safe to run again wherever it ended.
 * Undefined where there is nothing to erase.
 */
export async function purgeSchool(
  urls: OperatorUrls,
  { organizationId, now = false }: { organizationId: string; now?: boolean },
  { actor = PLATFORM_ITSELF, onStep = async () => undefined }: PurgeOptions = {},
): Promise<PurgeReceipt | undefined> {
  return onOperatorConnection(urls.operator, async (db) => {
    const doomed = await claim(db, organizationId, now);
    if (!doomed) return undefined;
    const placements = [...new Set(["app", doomed.placement])];
    const tables = await findSchoolTables(db, placements);
    const holdings =
      (await findStarted(db, organizationId)) ??
      (await start(db, actor, organizationId, { ...doomed, tables }));
    await onStep("started");
    await forgetJobs(urls.worker, { organizationId });
    await storage().removeAll(`schools/${organizationId}/`);
    await onStep("files");
    await eraseLooseEnds(db, organizationId);
    for (const table of tables) {
      if (nameOf(table) === "core.users")
        await erasePeople(db, organizationId, (gone) => forgetJobs(urls.worker, gone));
      else if (!nameOf(table).startsWith("core.audit_")) await eraseRows(db, table, organizationId);
      await onStep(nameOf(table));
    }
    await eraseLog(db, organizationId);
    await onStep("log");
    if (await isOwn(db, organizationId, doomed.placement)) await dropPlacement(urls.owner, doomed.placement);
    await onStep("placement");
    await storage().removeAll(`schools/${organizationId}/`);
    const left = await findSchoolTables(db, placements);
    await finish(db, actor, organizationId, { ...doomed, tables: left, holdings });
    await onStep("organization");
    // What ran while its school was going has failed since.
    await forgetJobs(urls.worker, { organizationId });
    return { organizationId, slug: doomed.slug, ...holdings };
  });
}

/** The school, where it is to be erased now; one at a time. */
async function claim(db: Db, organizationId: string, now: boolean): Promise<Doomed | undefined> {
  const [lock] = await db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_lock(hashtextextended(${`purge ${organizationId}`}::text, 0)) as taken`,
  );
  if (!lock?.taken) throw new Error("The school is being erased already");
  if (now)
    await db.execute(sql`
      update core.organizations set purge_after = now() where id = ${organizationId}::uuid and purge_after > now()`);
  const [doomed] = await db.execute<Doomed>(sql`
    select name, slug, placement from core.organizations
    where id = ${organizationId}::uuid and deleted_at is not null and purge_after <= now() and kind = 'guest'`);
  return doomed;
}

async function start(
  db: Db,
  actor: Actor,
  organizationId: string,
  { name, slug, tables }: Doomed & { tables: readonly SchoolTable[] },
): Promise<Holdings> {
  const holdings: Holdings = {
    tables: await countRows(db, tables, organizationId),
    bytes: await storage().size(`schools/${organizationId}/`),
    lastSeal: await lastSeal(db, organizationId),
  };
  await db.transaction((tx) =>
    recordOperatorEvents({ db: tx }, actor, null, [
      {
        action: "organization.purge_started",
        subject: { type: "organization", id: organizationId, name },
        after: { slug, ...holdings },
      },
    ]),
  );
  return holdings;
}

async function isOwn(db: Db, organizationId: string, placement: string): Promise<boolean> {
  if (placement === "app") return false;
  const [other] = await db.execute(sql`
    select from core.organizations where placement = ${placement} and id <> ${organizationId}::uuid limit 1`);
  return other === undefined;
}

/** The last transaction: what came late, the school's own row, and the receipt. */
async function finish(
  db: Db,
  actor: Actor,
  organizationId: string,
  { name, slug, tables, holdings }: Doomed & { tables: readonly SchoolTable[]; holdings: Holdings },
): Promise<void> {
  await db.transaction(async (tx) => {
    // Whoever is still at work in the school ends first; who comes later finds no school.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${organizationId}::text, 0))`);
    await tx.execute(sql`select pg_advisory_xact_lock(${chainLock(organizationId)})`);
    for (const table of tables) await eraseLateRows(tx, table, organizationId);
    await eraseOrganization(tx, organizationId);
    await recordOperatorEvents({ db: tx }, actor, null, [
      {
        action: "organization.purged",
        subject: { type: "organization", id: organizationId, name },
        after: { slug, ...holdings },
      },
    ]);
  });
}
