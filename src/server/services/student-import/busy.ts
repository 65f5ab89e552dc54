import { and, eq, inArray } from "drizzle-orm";
import { studentImports } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";
import { DomainError } from "@/server/errors";

/** Throws CONFLICT, saying who is at it, where an import of the school is being written or taken back. */
export async function refuseWhileBusy(tx: TenantTx): Promise<void> {
  const [running] = await tx.db
    .select({ by: studentImports.startedBy, file: studentImports.fileName })
    .from(studentImports)
    .where(
      and(
        eq(studentImports.organizationId, tx.actor.organizationId),
        inArray(studentImports.state, ["applying", "undoing"]),
      ),
    );
  if (running) throw busy(running);
}

/** Another import of the school goes on; it may have ended since, so that its name is not known any longer. */
export function busy({ by, file } = { by: "", file: "" }): DomainError {
  return new DomainError("conflict", "importFile.busy", { values: { name: by, file } });
}
