import { getTranslations } from "next-intl/server";
import { filterOf, loadSchoolsUrl } from "@/components/admin/schools-url";
import { schoolState } from "@/domain/school-list";
import type { ExportColumn } from "@/lib/export-column";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer } from "../export-answer";

/** The list of schools as a file: the filters and the order that are seen, in the time zone of the viewer's school. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [rows, school, t] = await Promise.all([
      caller.platform.exportOrganizations(filterOf(loadSchoolsUrl(request))),
      caller.organization.get(),
      getTranslations("schools"),
    ]);
    const timeZone = school.settings["region.timeZone"];
    const name = `${t("export.file")}-${wallClock(new Date(), timeZone).slice(0, 10)}`;
    return fileAnswer({ format, name, sheet: t("title") }, await columnsFor(format, timeZone), rows);
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["platform"]["exportOrganizations"]>>[number];

async function columnsFor(format: ExportFormat, timeZone: string): Promise<ExportColumn<Row>[]> {
  const [t, tTier] = await Promise.all([getTranslations("schools"), getTranslations("tiers")]);
  const moment = (date: Date | null) => date && wallClockCell(date, timeZone, format);
  return [
    { header: t("columns.name"), value: ({ name }) => name, width: 32 },
    { header: t("form.slug"), value: ({ slug }) => slug, width: 24 },
    { header: t("columns.status"), value: (row) => t(`statuses.${schoolState(row)}`), width: 16 },
    { header: t("columns.plan"), value: ({ plan }) => tTier(plan), width: 16 },
    { header: t("columns.people"), value: ({ userCount }) => userCount, width: 12 },
    { header: t("form.maxUsers"), value: ({ maxUsers }) => maxUsers, width: 12 },
    { header: t("columns.classes"), value: ({ classCount }) => classCount, width: 12 },
    { header: t("export.storage"), value: ({ storageBytes }) => storageBytes, width: 18 },
    { header: t("export.created", { timeZone }), value: ({ createdAt }) => moment(createdAt), width: 24 },
    { header: t("export.lastSeen", { timeZone }), value: ({ lastSeenAt }) => moment(lastSeenAt), width: 24 },
    { header: t("export.purge", { timeZone }), value: ({ purgeAfter }) => moment(purgeAfter), width: 24 },
  ];
}
