import { tidyText } from "@/lib/tidy-text";

/** What reading a cell says; codes are keys of the `errors` messages. `Normalised` of the identity is one of these. */
export type Reading<Value> =
  | {
      ok: true;
      value: Value;
      /** It was read, but looks odd. */
      warning?: string;
    }
  | {
      ok: false;
      code: string;
      /** For the gaps of the message. */
      values?: Record<string, string | number>;
    };

/** What a cell with something in it holds; formulas and a spreadsheet's own errors are kept apart before. */
export type CellText = string | number | boolean;

/** The value as text on one line: a number as people write it, without thousands. */
export function textOf(cell: CellText): string {
  if (typeof cell === "number") return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  if (typeof cell === "boolean") return cell ? "Sí" : "No";
  return tidyText(cell).normalize("NFC");
}
