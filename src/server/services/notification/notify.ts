import type { TenantTx } from "@/db/scope";
import type { Notice } from "@/domain/notification-schemas";
import { enqueueEach } from "@/server/adapters/queue";

/** Somebody of the school, and one thing that happened to them. */
export type Told = { userId: string; notice: Notice };

/**
 * Has people told what an act did to them, if it commits: one message a person, whatever it did. Nobody is told what
 * they did themselves; what each wants to know is asked when the message leaves.
 */
export async function notify(tx: TenantTx, told: readonly Told[]): Promise<void> {
  const byPerson = new Map<string, Notice[]>();
  for (const { userId, notice } of told) {
    if (userId === tx.actor.userId) continue;
    byPerson.set(userId, [...(byPerson.get(userId) ?? []), notice]);
  }
  await enqueueEach(
    tx,
    "send-notice",
    [...byPerson].map(([userId, notices]) => ({ userId, notices })),
  );
}
