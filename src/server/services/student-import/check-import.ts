import { importMappings } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { missingFields } from "@/domain/matricula/missing-fields";
import type { CheckImportInput } from "@/domain/student-import";
import type { ColumnMatch } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { workInBackground } from "./background";
import { signatureOf } from "./read-file";
import { changeImport, type Import, lockImport } from "./states";

/**
 * Has every row checked against what the school has, with the columns as they were found or as they are given; nothing
 * of the school is changed. Throws BAD_REQUEST where a column that no row can do without means nothing.
 */
export async function checkImport(
  actor: OrganizationActor,
  { id, mapping, remember }: CheckImportInput,
  { inBackground = true } = {},
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const found = await lockImport(tx, id, ["mapped", "checked", "held"]);
    const fields = mapping ?? found.mapping;
    if (fields.length !== found.headers.length)
      throw new DomainError("invalid", "importFile.columns", { field: "mapping" });
    const [lacking] = missingFields(fields);
    if (lacking) throw new DomainError("invalid", "importFile.required", { field: lacking });
    const isChosen = fields.some((field, index) => field !== found.mapping[index]);
    if (remember) {
      if (isChosen) await rememberFor(tx, signatureOf(found.headers), { mapping: fields });
      await rememberTable(tx, found);
    }
    const matches = fields.map((field, index): ColumnMatch => {
      if (field === found.mapping[index]) return found.matches[index] ?? "none";
      return field === null ? "none" : "chosen";
    });
    await changeImport(tx, id, {
      ...{ mapping: fields, matches, state: "checking", startedAt: new Date(), done: 0 },
      ...{ hold: null, failure: null, counts: {} },
    });
    await recordEvents(tx, [
      {
        action: "import.check_asked",
        subject: { type: "import", id, name: found.fileName },
        after: { columns: fields.filter((field) => field !== null).length },
      },
    ]);
    if (inBackground) await workInBackground(tx, id);
    return { id };
  });
}

/** Where the list was found in such a file, the table that was chosen instead; none, if it is the found one again. */
async function rememberTable(tx: TenantTx, { layout }: Import): Promise<void> {
  if (layout) await rememberFor(tx, layout.found.signature, { chosenTable: layout.chosen });
}

async function rememberFor(
  tx: TenantTx,
  signature: string,
  values: Partial<Pick<typeof importMappings.$inferInsert, "mapping" | "chosenTable">>,
): Promise<void> {
  await tx.db
    .insert(importMappings)
    .values({ organizationId: tx.actor.organizationId, id: newId(), signature, ...values })
    .onConflictDoUpdate({
      target: [importMappings.organizationId, importMappings.signature],
      set: { ...values, updatedAt: new Date() },
    });
}
