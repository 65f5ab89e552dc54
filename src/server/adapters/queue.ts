import { sql } from "drizzle-orm";
import type { GateTx, PlatformTx, TenantTx } from "@/db/scope";

/** The tasks of the queue and what each is given; the organization is stamped by the database. */
export type TaskPayloads = {
  "send-invitations": { batchId: string | null; invitationIds: string[] | null };
  /** A link or a notice; `email` names the token and the account to the gate. */
  "send-account-mail": { tokenId: string; email: string } | { notice: "password-changed"; email: string };
};

/**
 * Adds a job in the transaction that causes it: it runs if that commits, and not otherwise. A job of the same key
 * that has not begun is replaced.
 */
export async function enqueue<Task extends keyof TaskPayloads>(
  tx: TenantTx | PlatformTx | GateTx,
  task: Task,
  payload: TaskPayloads[Task],
  jobKey?: string,
): Promise<void> {
  await tx.db.execute(
    sql`select core.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${jobKey ?? null}::text)`,
  );
}
