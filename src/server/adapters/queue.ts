import { sql } from "drizzle-orm";
import type { GateTx, PlatformTx, TenantTx } from "@/db/scope";
import type { EmailSide } from "@/domain/email-change";
import type { Notice } from "@/domain/notification-schemas";

/** The tasks of the queue and what each is given; the organization is stamped by the database. */
export type TaskPayloads = {
  "send-invitations": { batchId: string | null; invitationIds: string[] | null };
  /** A link or a notice; `email` or `accountId` names the token and the account to the gate. */
  "send-account-mail":
    | { tokenId: string; email: string }
    | { notice: "password-changed"; email: string }
    | { emailChangeId: string; accountId: string; side: EmailSide }
    | { notice: "email-changed"; emailChangeId: string; accountId: string; side: EmailSide };
  /** What happened to one person in one act. */
  "send-notice": { userId: string; notices: readonly Notice[] };
  /** The platform's letter to a school that it asks to join. */
  "send-school-invitation": { invitationId: string };
  /** To the guardian of a student who leaves the school for another one. */
  "send-transfer-mail": { transferId: string; about: "link" | "completed" | "declined" };
  /** The files of a student whom the school has taken in from another one. */
  "copy-student-files": { transferId: string };
  /** Whatever the state of an import of students asks for: to be read, checked, applied or undone. */
  "work-on-student-import": { importId: string };
  /** What an import of students kept, once it cannot be undone any more. */
  "erase-student-import": { importId: string };
  /** What the school holds; of every school where none is stamped. */
  "measure-usage": Record<string, never>;
  /** Documents of students, of every school, whose time to be brought back is over. */
  "erase-documents": Record<string, never>;
};

/** The tasks of the operator's process, which alone may make and drop schemas. */
export type OperatorTaskPayloads = {
  /** The school's own schema, and then the school is open. */
  "provision-school": Record<string, never>;
  /** Everything of a deleted school whose time is over. */
  "purge-school": Record<string, never>;
};

type AnyPayloads = TaskPayloads & OperatorTaskPayloads;

/**
 * Adds a job in the transaction that causes it: it runs if that commits, and not otherwise. A job of the same key
 * that has not begun is replaced.
 */
export async function enqueue<Task extends keyof AnyPayloads>(
  tx: TenantTx | PlatformTx | GateTx,
  task: Task,
  payload: AnyPayloads[Task],
  jobKey?: string,
): Promise<void> {
  await tx.db.execute(
    sql`select core.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${jobKey ?? null}::text)`,
  );
}

/** As `enqueue`, for a job that is not to begin before `at`. */
export async function enqueueAt<Task extends keyof TaskPayloads>(
  tx: TenantTx,
  task: Task,
  payload: TaskPayloads[Task],
  { key, at }: { key: string; at: Date },
): Promise<void> {
  await tx.db.execute(
    sql`select core.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key}::text, ${at.toISOString()}::timestamptz)`,
  );
}

/** Adds a job for each payload, in one statement. */
export async function enqueueEach<Task extends keyof TaskPayloads>(
  tx: TenantTx | PlatformTx,
  task: Task,
  payloads: readonly TaskPayloads[Task][],
): Promise<void> {
  if (payloads.length === 0) return;
  await tx.db.execute(
    sql`select core.enqueue(${task}, job.payload)
      from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) as job (payload)`,
  );
}
