import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { filterOf, loadAuditUrl } from "@/components/audit/audit-url";
import { changedFields, eventText, valuesOf } from "@/components/audit/event-words";
import { fieldLabel, valueWords } from "@/components/audit/value-words";
import { looseTranslator, type WordTools } from "@/components/audit/words";
import { auditKindOf, MAX_EXPORTED_EVENTS } from "@/domain/audit-list";
import type { ExportColumn } from "@/lib/export-column";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer } from "../export-answer";

/** The log as a file: what the filters let through, in words, by the school's clock; told where it is cut. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [{ rows, isCut }, school, t] = await Promise.all([
      caller.audit.export(filterOf(loadAuditUrl(request))),
      caller.organization.get(),
      getTranslations("auditLog"),
    ]);
    const timeZone = school.settings["region.timeZone"];
    const today = wallClock(new Date(), timeZone).slice(0, 10);
    const cut = isCut ? `-${t("export.newest", { max: MAX_EXPORTED_EVENTS })}` : "";
    const name = `${school.slug}-${t("export.file")}-${today}${cut}`;
    const columns = await columnsFor(format, timeZone);
    return fileAnswer({ format, name, sheet: t("title") }, columns, rows, { "x-cut": String(isCut) });
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["audit"]["export"]>>["rows"][number];

async function columnsFor(format: ExportFormat, timeZone: string): Promise<ExportColumn<Row>[]> {
  const [t, tools] = await Promise.all([getTranslations("auditLog"), wordTools(timeZone)]);
  const kindOf = ({ action }: Row) => {
    const kind = auditKindOf(action);
    return kind ? t(`kinds.${kind}`) : "";
  };
  const actedAs = ({ actorKind }: Row) =>
    actorKind === "person" ? t("export.person") : t(`actorBadges.${actorKind}`);
  return [
    {
      header: t("export.when", { timeZone }),
      value: ({ createdAt }) => wallClockCell(createdAt, timeZone, format),
      width: 24,
    },
    { header: t("columns.who"), value: ({ actorName }) => actorName, width: 28 },
    { header: t("export.actor"), value: actedAs, width: 18 },
    { header: t("columns.what"), value: (row) => eventText(row, tools), width: 60 },
    { header: t("columns.kind"), value: kindOf, width: 16 },
    { header: t("about"), value: ({ subjectName }) => subjectName, width: 28 },
    { header: t("changed"), value: (row) => changesOf(row, tools), width: 60 },
    { header: t("export.address"), value: ({ ipAddress }) => ipAddress, width: 18 },
    { header: t("export.action"), value: ({ action }) => action, width: 24 },
  ];
}

function changesOf(row: Row, tools: WordTools): string {
  const before = valuesOf(row.before);
  const after = valuesOf(row.after);
  const words = (field: string, value: unknown) =>
    valueWords(field, value, tools) || tools.t("auditLog.export.nothing");
  return changedFields(before, after)
    .map((field) =>
      tools.t("auditLog.export.change", {
        field: fieldLabel(field, tools),
        before: words(field, before[field]),
        after: words(field, after[field]),
      }),
    )
    .join("; ");
}

async function wordTools(timeZone: string): Promise<WordTools> {
  const [t, format, locale] = await Promise.all([getTranslations(), getFormatter(), getLocale()]);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" });
  return {
    t: looseTranslator(t),
    format,
    moment: (date) => wallClock(date, timeZone),
    calendarDay: (iso) => day.format(new Date(iso)),
  };
}
