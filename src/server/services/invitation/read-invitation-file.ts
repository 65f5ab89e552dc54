import Papa from "papaparse";
import { readSpreadsheetRows } from "@/lib/spreadsheet-rows";
import { DomainError } from "@/server/errors";

/** The first sheet of an uploaded file as text for the list, line by line. Throws BAD_REQUEST with what is wrong with it. */
export async function readInvitationFile({ content }: { content: string }): Promise<{ text: string }> {
  const read = await readSpreadsheetRows(Buffer.from(content, "base64"));
  if (!read.ok) throw new DomainError("invalid", `spreadsheet.${read.reason}`, { field: "file" });
  return { text: Papa.unparse(read.rows, { newline: "\n" }) };
}
