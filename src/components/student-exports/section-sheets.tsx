import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { numberOf } from "@/domain/identity/number-of";
import { formatPhone } from "@/domain/identity/phone";
import type { ListColumn } from "@/domain/student-export-list";
import { SheetHead, SheetOfPaper } from "./sheet-of-paper";
import type { SectionLists } from "./types";

type List = SectionLists["lists"][number];
type Values = List["rows"][number]["values"];

export interface SectionSheetsProps {
  lists: SectionLists;
  columns: readonly ListColumn[];
  /** A line for a signature. */
  sign: boolean;
  now: Date;
}

const CELL = "border-b border-line-strong px-2 py-1 text-left align-bottom";
const FIGURES: readonly ListColumn[] = ["age"];

/** The lists of sections on paper: each begins a sheet, and its head stands on every sheet of it. */
export function SectionSheets({ lists: { school, year, lists }, columns, sign, now }: SectionSheetsProps) {
  const t = useTranslations("studentExports.lists");
  const tColumn = useTranslations("studentExports.columns");
  const wordsOf = useValueWords();
  if (lists.length === 0) return <p className="text-sm text-ink-2">{t("empty")}</p>;
  const span = 2 + columns.length + (sign ? 1 : 0);
  return lists.map((list) => {
    const title = titleOf(list);
    return (
      <SheetOfPaper key={title} isWide={columns.length > 4}>
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <td colSpan={span} className="pb-4">
                <SheetHead school={school} now={now} title={title}>
                  {[
                    year,
                    list.guideName && t("guide", { name: list.guideName }),
                    t("count", { count: list.rows.length }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </SheetHead>
              </td>
            </tr>
            <tr className="text-xs font-medium text-ink-2">
              <th scope="col" className={`${CELL} w-10 text-right!`}>
                {tColumn("number")}
              </th>
              <th scope="col" className={CELL}>
                {tColumn("lastNames")}, {tColumn("firstNames")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={cellClass(column)}>
                  {tColumn(column)}
                </th>
              ))}
              {sign ? (
                <th scope="col" className={`${CELL} w-[28%]`}>
                  {t("signature")}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row, index) => (
              <tr key={row.id} className={sign ? "h-10 print:h-[9mm]" : "h-8 print:h-[6.5mm]"}>
                <td className={`${CELL} text-right! text-ink-2 tabular-nums`}>{index + 1}</td>
                <th scope="row" className={`${CELL} font-body [overflow-wrap:anywhere]`}>
                  {row.lastNames}, {row.firstNames}
                </th>
                {columns.map((column) => (
                  <td key={column} className={cellClass(column)}>
                    {wordsOf(column, row.values)}
                  </td>
                ))}
                {sign ? <td className={`${CELL} border-ink-3!`} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetOfPaper>
    );
  });

  function titleOf({ gradeName: grade, sectionName: section }: List): string {
    return section === null ? t("gradeOnly", { grade }) : t("listTitle", { grade, section });
  }
}

function cellClass(column: ListColumn): string {
  return FIGURES.includes(column)
    ? `${CELL} text-right! tabular-nums`
    : `${CELL} tabular-nums [overflow-wrap:anywhere]`;
}

function useValueWords() {
  const tStatus = useTranslations("students.statuses");
  const tGender = useTranslations("students.genders");
  const format = useFormatter();
  const day = (iso: string | null | undefined): string =>
    iso
      ? format.dateTime(new Date(`${iso}T12:00:00Z`), {
          timeZone: "UTC",
          day: "2-digit",
          month: "2-digit",
          year: "numeric",
        })
      : "";
  const words: Record<ListColumn, (values: Values) => ReactNode> = {
    code: ({ code }) => code,
    cedula: ({ cedula }) => cedula && numberOf(cedula),
    gender: ({ gender }) => gender && tGender(gender),
    birthDate: ({ birthDate }) => day(birthDate),
    age: ({ age }) => age,
    status: ({ status }) => status && tStatus(status),
    enteredOn: ({ enteredOn }) => day(enteredOn),
    phone: ({ phone }) => phone && formatPhone(phone),
    email: ({ email }) => email,
    address: ({ address }) => address,
    contact: ({ contact }) => contact,
    contactPhone: ({ contactPhone }) => contactPhone && formatPhone(contactPhone),
  };
  return (column: ListColumn, values: Values) => words[column](values);
}
