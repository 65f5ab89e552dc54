import { getTranslations } from "next-intl/server";
import { loadUsersUrl, orderedFilterOf } from "@/components/users/users-url";
import type { ExportColumn } from "@/lib/export-column";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer } from "../export-answer";

/** The list of people as a file: the filters, the order and the columns that are seen, in the school's time zone. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const url = loadUsersUrl(request);
    const [rows, school, t] = await Promise.all([
      caller.user.export(orderedFilterOf(url)),
      caller.organization.get(),
      getTranslations("users"),
    ]);
    const timeZone = school.settings["region.timeZone"];
    const name = `${school.slug}-${t("export.file")}-${wallClock(new Date(), timeZone).slice(0, 10)}`;
    return fileAnswer({ format, name, sheet: t("title") }, await columnsFor(format, timeZone), rows);
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["user"]["export"]>>[number];

async function columnsFor(format: ExportFormat, timeZone: string): Promise<ExportColumn<Row>[]> {
  const [t, tRole, tStatus] = await Promise.all([
    getTranslations("users"),
    getTranslations("roles"),
    getTranslations("users.statuses"),
  ]);
  const moment = (date: Date | null) => date && wallClockCell(date, timeZone, format);
  return [
    { header: t("columns.name"), value: ({ name }) => name, width: 28 },
    { header: t("person.email"), value: ({ email }) => email, width: 34 },
    { header: t("columns.role"), value: ({ role }) => tRole(role), width: 16 },
    { header: t("columns.classes"), value: ({ classNames }) => classNames.join(", "), width: 32 },
    { header: t("columns.status"), value: ({ status }) => tStatus(status), width: 14 },
    { header: t("export.joined", { timeZone }), value: ({ joinedAt }) => moment(joinedAt), width: 24 },
    { header: t("export.lastSeen", { timeZone }), value: ({ lastSeenAt }) => moment(lastSeenAt), width: 24 },
  ];
}
