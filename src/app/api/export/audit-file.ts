import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { changedFields, eventText, valuesOf } from "@/components/audit/event-words";
import { fieldLabel, valueWords } from "@/components/audit/value-words";
import { looseTranslator, type WordTools } from "@/components/audit/words";
import { auditKindOf, MAX_EXPORTED_EVENTS } from "@/domain/audit-list";
import type { ExportColumn } from "@/lib/export-column";
import { describeUserAgent } from "@/lib/user-agent";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import type { createCaller } from "@/server/root";
import { type ExportFormat, fileAnswer } from "./export-answer";

type Exported = Awaited<ReturnType<ReturnType<typeof createCaller>["audit"]["export"]>>;
type Row = Exported["rows"][number] & { school?: { name: string } | null };

/** A log as a file, in words, by a school's clock; told where it is cut. `whose` begins its name. */
export async function answerLog(
  { rows, isCut }: { rows: Row[]; isCut: boolean },
  file: { format: ExportFormat; whose: string; timeZone: string; ofMany?: boolean },
): Promise<Response> {
  const { format, whose, timeZone, ofMany = false } = file;
  const t = await getTranslations("auditLog");
  const today = wallClock(new Date(), timeZone).slice(0, 10);
  const cut = isCut ? `-${t("export.newest", { max: MAX_EXPORTED_EVENTS })}` : "";
  const columns = await columnsFor(format, timeZone, ofMany);
  const name = `${whose}-${today}${cut}`;
  return fileAnswer({ format, name, sheet: t(ofMany ? "titleOfAll" : "title") }, columns, rows, {
    "x-cut": String(isCut),
  });
}

async function columnsFor(
  format: ExportFormat,
  timeZone: string,
  ofMany: boolean,
): Promise<ExportColumn<Row>[]> {
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
    ...(ofMany
      ? [{ header: t("columns.school"), value: (row: Row) => row.school?.name ?? t("noSchool"), width: 28 }]
      : []),
    { header: t("columns.who"), value: ({ actorName }) => actorName, width: 28 },
    { header: t("export.actor"), value: actedAs, width: 18 },
    { header: t("columns.what"), value: (row) => eventText(row, tools), width: 60 },
    { header: t("columns.kind"), value: kindOf, width: 16 },
    { header: t("about"), value: ({ subjectName }) => subjectName, width: 28 },
    { header: t("changed"), value: (row) => changesOf(row, tools), width: 60 },
    { header: t("onBehalfOf"), value: ({ onBehalfOf }) => onBehalfOf, width: 24 },
    { header: t("export.address"), value: ({ ipAddress }) => ipAddress, width: 18 },
    { header: t("via"), value: ({ via }) => t(`vias.${via}`), width: 18 },
    { header: t("device"), value: deviceOf, width: 24 },
    { header: t("export.seal"), value: ({ sealPosition }) => sealPosition, width: 12 },
    { header: t("export.action"), value: ({ action }) => action, width: 24 },
  ];
}

function deviceOf({ userAgent }: Row): string {
  const { browser, system } = describeUserAgent(userAgent);
  return [browser, system].filter(Boolean).join(" · ") || (userAgent ?? "");
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
