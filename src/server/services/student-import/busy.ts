import { and, eq, inArray } from "drizzle-orm";
import { studentImports } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";
import { WRITING_STATES } from "@/domain/student-import-list";
import { DomainError } from "@/server/errors";

/** The import of the school that is being written or taken back, and by whom. */
export async function findWriting(tx: TenantTx): Promise<{ by: string; file: string } | undefined> {
  const [running] = await tx.db
    .select({ by: studentImports.startedBy, file: studentImports.fileName })
    .from(studentImports)
    .where(
      and(
        eq(studentImports.organizationId, tx.actor.organizationId),
        inArray(studentImports.state, [...WRITING_STATES]),
      ),
    );
  return running;
}

/** Throws CONFLICT, saying who is at it, where an import of the school is being written or taken back. */
export async function refuseWhileBusy(tx: TenantTx): Promise<void> {
  const running = await findWriting(tx);
  if (running) throw busy(running);
}

/** Another import of the school goes on; it may have ended since, so that its name is not known any longer. */
export function busy({ by, file } = { by: "", file: "" }): DomainError {
  return new DomainError("conflict", "importFile.busy", { values: { name: by, file } });
}
