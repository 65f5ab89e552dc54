import type { TenantTx } from "@/db/scope";
import { IMPORT_KEPT_DAYS } from "@/domain/student-import-list";
import { DAY } from "@/lib/duration";
import { enqueue, enqueueAt } from "@/server/adapters/queue";

/** A process that dies leaves its job locked for hours: another one looks after the import this much later. */
export const RESUME_MS = 60_000;

/** Has the import worked at in the background, at once and, if that should die, a little later. */
export async function workInBackground(tx: TenantTx, importId: string): Promise<void> {
  await enqueue(tx, "work-on-student-import", { importId }, `import:${importId}`);
  await resumeLater(tx, importId);
}

export async function resumeLater(tx: TenantTx, importId: string): Promise<void> {
  const at = new Date(Date.now() + RESUME_MS);
  await enqueueAt(tx, "work-on-student-import", { importId }, { key: `import-resume:${importId}`, at });
}

/** Has the file, the cells and the noted values erased when the import is over for as long as it can be undone. */
export async function eraseLater(tx: TenantTx, importId: string): Promise<void> {
  const at = new Date(Date.now() + IMPORT_KEPT_DAYS * DAY);
  await enqueueAt(tx, "erase-student-import", { importId }, { key: `import-erase:${importId}`, at });
}
