import { formOf, loadFormUrl } from "@/components/student-exports/export-url";
import { paperSheets } from "@/domain/government-forms/paper";
import { FORM_TITLES } from "@/domain/government-forms/rules";
import { wallClock } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, fileName, workbookAnswer } from "../export-answer";

/** One of the ministry's forms as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const chosen = formOf(loadFormUrl(request));
  if (!chosen) return new Response("year: its id", { status: 400 });
  return answerDownload(request, async () => {
    const caller = createCaller(await createContext(request.headers));
    const [{ paper, year }, { slug, settings }] = await Promise.all([
      caller.studentExport.form({ ...chosen, format: "xlsx" }),
      caller.organization.get(),
    ]);
    const today = wallClock(new Date(), settings["region.timeZone"]).slice(0, 10);
    const { code, title } = FORM_TITLES[chosen.form];
    const sheets = paperSheets(paper);
    return workbookAnswer(
      fileName(slug, code || title, year, today),
      sheets.length > 0 ? sheets : [{ name: code || title, rows: [] }],
    );
  });
}
