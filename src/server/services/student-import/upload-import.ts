import { studentImports } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UploadImportInput } from "@/domain/student-import";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { spreadsheetFormat } from "@/lib/spreadsheet-file";
import { putThen } from "@/server/adapters/storage/put-then";
import { schoolKey } from "@/server/adapters/storage/storage";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { eraseLater, workInBackground } from "./background";

/**
 * Keeps an uploaded file and has it read, in the background unless it is said otherwise. Throws BAD_REQUEST for what is
 * too large or no spreadsheet by its first bytes.
 */
export async function uploadImport(
  actor: OrganizationActor,
  { fileName, content }: UploadImportInput,
  { inBackground = true } = {},
): Promise<{ id: string }> {
  const bytes = Buffer.from(content, "base64");
  if (bytes.length === 0) throw new DomainError("invalid", "importFile.empty", { field: "file" });
  if (bytes.length > IMPORT_LIMITS.bytes)
    throw new DomainError("invalid", "importFile.tooLarge", { field: "file" });
  const format = spreadsheetFormat(bytes);
  if (!format) throw new DomainError("invalid", "importFile.notASpreadsheet", { field: "file" });
  const id = newId();
  const { organizationId } = actor;
  const storageKey = schoolKey(organizationId, "imports", id);
  await putThen(storageKey, bytes, () =>
    inOrganization(actor, async (tx) => {
      await tx.db.insert(studentImports).values({
        ...{ organizationId, id, fileName, storageKey, byteSize: bytes.length, format, state: "reading" },
        ...{ createdBy: actor.name, createdByUserId: actor.userId, startedAt: new Date() },
      });
      await recordEvents(tx, [
        {
          action: "import.uploaded",
          subject: { type: "import", id, name: fileName },
          after: { byteSize: bytes.length },
        },
      ]);
      await eraseLater(tx, id);
      if (inBackground) await workInBackground(tx, id);
    }),
  );
  return { id };
}
