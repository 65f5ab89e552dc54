import { getTranslations } from "next-intl/server";
import { loadMatriculaUrl } from "@/components/student-exports/export-url";
import { matriculaSheet } from "@/domain/matricula/write";
import { wallClock } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, fileName, workbookAnswer } from "../export-answer";

/** The school's Matrícula in the template's own columns, as a workbook that can be imported again. */
export async function GET(request: Request): Promise<Response> {
  return answerDownload(request, async () => {
    const caller = createCaller(await createContext(request.headers));
    const { year, section, status, health, income } = loadMatriculaUrl(request);
    const [matricula, school, t] = await Promise.all([
      caller.studentExport.matricula({
        ...(year ? { yearId: year } : {}),
        sectionIds: section,
        statuses: status,
        ...{ health, income },
      }),
      caller.organization.get(),
      getTranslations("studentExports"),
    ]);
    const today = wallClock(new Date(), school.settings["region.timeZone"]).slice(0, 10);
    const name = fileName(school.slug, t("matricula.file"), matricula.year, today);
    return workbookAnswer(name, [matriculaSheet(matricula)]);
  });
}
