import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ChooseTableInput } from "@/domain/student-import";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { workInBackground } from "./background";
import { changeImport, lockImport } from "./states";

/**
 * Has the file read anew from this sheet, with its headings in this row; the rows of before and what was checked are
 * replaced. Throws BAD_REQUEST for a sheet that the file does not have, or a row with nothing below it.
 */
export async function chooseTable(
  actor: OrganizationActor,
  { id, sheet, headerRow }: ChooseTableInput,
  { inBackground = true } = {},
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const found = await lockImport(tx, id, ["mapped", "checked", "held"]);
    const { layout } = found;
    const lastRow = layout?.sheets.find(({ name }) => name === sheet)?.lastRow ?? 0;
    if (!layout || headerRow >= lastRow)
      throw new DomainError("invalid", "importFile.table", { field: "headerRow" });
    const isFound = layout.found.sheet === sheet && layout.found.headerRow === headerRow;
    await changeImport(tx, id, {
      ...{ state: "reading", startedAt: new Date(), done: 0, failure: null },
      ...{ hold: null, counts: {}, checkedAt: null },
      layout: { ...layout, chosen: isFound ? null : { sheet, headerRow } },
    });
    await recordEvents(tx, [
      {
        action: "import.table_chosen",
        subject: { type: "import", id, name: found.fileName },
        before: { sheet: found.sheet, headerRow: found.headerRow },
        after: { sheet, headerRow },
      },
    ]);
    if (inBackground) await workInBackground(tx, id);
    return { id };
  });
}
