import { sql } from "drizzle-orm";
import { studentImports } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { thisImport } from "./states";

/** Somebody wants the import stopped: what is written of it is rolled back. */
export class ImportStopped extends Error {}

/** Another process is at the import. */
export class ImportBusy extends Error {
  constructor() {
    super("Another process works at this import");
  }
}

/**
 * Lets one process work at the import until its transaction ends, however it ends: a process that dies lets go. Throws
 * ImportBusy where another one is at it.
 */
export async function holdImport(tx: TenantTx, id: string): Promise<void> {
  const [got] = await tx.db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0)) as held`,
  );
  if (!got?.held) throw new ImportBusy();
}

/**
 * Tells how far an import is, in a transaction of its own, so that others see it before the import's commits. Throws
 * ImportStopped where somebody has asked for its end.
 */
export async function reportProgress(
  actor: OrganizationActor,
  id: string,
  progress: { done: number; total?: number },
): Promise<void> {
  const [row] = await inOrganization(actor, (tx) =>
    tx.db
      .update(studentImports)
      .set({ ...progress, updatedAt: new Date() })
      .where(thisImport(tx, id))
      .returning({ by: studentImports.cancelRequestedBy, state: studentImports.state }),
  );
  if (row?.state === "applying" && row.by !== null) throw new ImportStopped();
}
