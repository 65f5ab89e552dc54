import { getTranslations } from "next-intl/server";
import type { ExportColumn } from "@/lib/export-column";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer, fileName } from "../export-answer";

/** Who attends which school of the platform, by level, gender and age, as each was last counted. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [rows, { settings }, t] = await Promise.all([
      caller.platform.exportEnrollment(),
      caller.organization.get(),
      getTranslations("platformStatistics.enrollment"),
    ]);
    const timeZone = settings["region.timeZone"];
    const name = fileName(t("file"), wallClock(new Date(), timeZone).slice(0, 10));
    return fileAnswer({ format, name, sheet: t("title") }, await columnsFor(format, timeZone), rows);
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["platform"]["exportEnrollment"]>>[number];

async function columnsFor(format: ExportFormat, timeZone: string): Promise<ExportColumn<Row>[]> {
  const [t, tGender] = await Promise.all([
    getTranslations("platformStatistics.enrollment"),
    getTranslations("students.genders"),
  ]);
  return [
    { header: t("columns.school"), value: ({ school }) => school, width: 32 },
    { header: t("columns.slug"), value: ({ slug }) => slug, width: 24 },
    { header: t("columns.level"), value: ({ level }) => t(`levels.${level}`), width: 16 },
    { header: t("columns.gender"), value: ({ gender }) => tGender(gender), width: 14 },
    { header: t("columns.age"), value: ({ age }) => age, width: 8 },
    { header: t("columns.students"), value: ({ students }) => students, width: 12 },
    {
      header: t("columns.counted", { timeZone }),
      value: ({ measuredAt }) => wallClockCell(measuredAt, timeZone, format),
      width: 24,
    },
  ];
}
