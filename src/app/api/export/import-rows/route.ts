import { getTranslations } from "next-intl/server";
import { looseTranslator } from "@/components/audit/words";
import { shownCell } from "@/domain/matricula/cells";
import type { CellValue } from "@/lib/export-column";
import type { SheetCell } from "@/lib/spreadsheet-file";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, fileName, workbookAnswer } from "../export-answer";

/** The rows of an import that stay out, as they were sent, with the reasons in a column of their own: to be mended and sent again. */
export async function GET(request: Request): Promise<Response> {
  return answerDownload(request, async () => {
    const caller = createCaller(await createContext(request.headers));
    const id = new URL(request.url).searchParams.get("id") ?? "";
    const [failed, t, messages] = await Promise.all([
      caller.studentImport.exportFailed({ id }),
      getTranslations("studentImport"),
      getTranslations(),
    ]);
    const all = looseTranslator(messages);
    const reasonOf = (problem: (typeof failed.rows)[number]["problems"][number]) => {
      const key = `errors.${problem.code}`;
      const text = all.has(key) ? all(key, problem.values) : problem.code;
      return `${problem.column} ${problem.header}: ${text}`.trim();
    };
    const width = failed.headers.length;
    const rows = failed.rows.map(({ cells, problems }): CellValue[] => [
      ...Array.from({ length: width }, (_, index) => cellOf(cells[index])),
      problems.map(reasonOf).join(" · "),
    ]);
    const header = [...failed.headers, t("failed.reason")].map((value) => ({ value, bold: true as const }));
    const name = fileName(failed.fileName.replace(/\.[^.]*$/, ""), t("failed.file"));
    const widths = [...failed.headers.map(() => 14), 60];
    return workbookAnswer(name, [{ name: failed.sheet, rows: [header, ...rows], widths, stickyRows: 1 }]);
  });
}

/** The cell as it was; a formula is its text, which no program runs. */
function cellOf(cell: SheetCell | undefined): CellValue {
  return typeof cell === "object" && cell !== null ? shownCell(cell) : cell;
}
