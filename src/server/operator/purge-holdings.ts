import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";

const holdingsSchema = z.object({
  tables: z.array(z.object({ table: z.string(), rows: z.number() })),
  /** Of its files. */
  bytes: z.number(),
  /** Where its chain ended, as position and hash; null for none. */
  lastSeal: z.string().nullable(),
});

/** What a school held when its erasure began. */
export type Holdings = z.output<typeof holdingsSchema>;

/** What was written down when this erasure began, where it did not end. */
export async function findStarted(db: Db, organizationId: string): Promise<Holdings | undefined> {
  const [event] = await db.execute<{ after: unknown }>(sql`
    select after from core.audit_events
    where organization_id is null and subject_id = ${organizationId}::uuid and action = 'organization.purge_started'
    order by created_at desc limit 1`);
  return event && holdingsSchema.parse(event.after);
}

/** The end of the school's chain, in the words of `audit.heads`. */
export async function lastSeal(db: Db, organizationId: string): Promise<string | null> {
  const [seal] = await db.execute<{ head: string }>(sql`
    select position || ' ' || hash as head from core.audit_seals where chain = ${organizationId}::uuid
    order by position desc limit 1`);
  return seal?.head ?? null;
}
