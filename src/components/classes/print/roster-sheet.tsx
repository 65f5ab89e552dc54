import { useFormatter, useTranslations } from "next-intl";

export interface RosterSheetProps {
  school: string;
  name: string;
  year: string;
  coaches: readonly string[];
  students: readonly { id: string; name: string }[];
  waiting: readonly { id: string; name: string }[];
  now: Date;
}

const CELL = "border-b border-line-strong px-2 py-1 text-left align-bottom";

/** A roster on paper: its head stands on every sheet, each student has a line to sign on. */
export function RosterSheet({ school, name, year, coaches, students, waiting, now }: RosterSheetProps) {
  const t = useTranslations("classes.print");
  const format = useFormatter();
  const date = format.dateTime(now, { day: "numeric", month: "long", year: "numeric" });
  const facts = [
    year && t("labelled", { label: t("year"), value: year }),
    coaches.length > 0 &&
      t("labelled", { label: t("coaches"), value: format.list(coaches, { type: "unit" }) }),
    t("count", { count: students.length }),
  ].filter(Boolean);
  return (
    <div
      data-print-own-head
      className="w-full max-w-[52rem] rounded-lg border border-line bg-surface p-6 max-sm:p-4 print:max-w-none print:border-0 print:p-0"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t("title", { name })}</caption>
        <thead>
          <tr>
            <td colSpan={3} className="pb-4">
              <div className="flex items-baseline justify-between gap-4 text-xs text-ink-2">
                <span>{school}</span>
                <time dateTime={now.toISOString()}>{date}</time>
              </div>
              <h1 className="mt-1 [overflow-wrap:anywhere]">{name}</h1>
              <p className="mt-0.5 text-sm text-ink-2">{facts.join(" · ")}</p>
            </td>
          </tr>
          <tr className="text-xs font-medium text-ink-2">
            <th scope="col" className={`${CELL} w-10 text-right!`}>
              {t("number")}
            </th>
            <th scope="col" className={CELL}>
              {t("student")}
            </th>
            <th scope="col" className={`${CELL} w-[45%]`}>
              {t("signature")}
            </th>
          </tr>
        </thead>
        <tbody>
          {students.map((student, index) => (
            <tr key={student.id} className="h-10 break-inside-avoid print:h-[9mm]">
              <td className={`${CELL} text-right! text-ink-2 tabular-nums`}>{index + 1}</td>
              <th scope="row" className={`${CELL} font-body [overflow-wrap:anywhere]`}>
                {student.name}
              </th>
              <td className={`${CELL} border-ink-3!`} />
            </tr>
          ))}
        </tbody>
      </table>
      {students.length === 0 ? <p className="py-6 text-sm text-ink-2">{t("empty")}</p> : null}
      {waiting.length > 0 ? (
        <section className="mt-6 break-inside-avoid text-sm">
          <h2 className="text-sm font-strong">{t("waiting")}</h2>
          <ol className="mt-1 list-inside list-decimal columns-2 text-ink-2 max-sm:columns-1">
            {waiting.map((student) => (
              <li key={student.id}>{student.name}</li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
