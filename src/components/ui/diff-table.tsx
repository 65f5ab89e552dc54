import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChangedFrom, ChangedTo } from "./diff-marks";
import { cellClass, headClass } from "./table-styles";

export interface DiffRow {
  field: string;
  before: ReactNode;
  after: ReactNode;
}

export interface DiffTableProps {
  caption: string;
  rows: readonly DiffRow[];
  beforeLabel: string;
  afterLabel: string;
}

/** What changes, field by field; below 640 px both values stand in one column. */
export function DiffTable({ caption, rows, beforeLabel, afterLabel }: DiffTableProps) {
  const t = useTranslations("ui.diff");
  const wide = { boxed: true, column: { from: "sm" } } as const;
  return (
    <div className="overflow-clip rounded-lg border border-line">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={headClass({ boxed: true })}>
              {t("field")}
            </th>
            <th scope="col" className={headClass(wide)}>
              {beforeLabel}
            </th>
            <th scope="col" className={headClass(wide)}>
              {afterLabel}
            </th>
            <th scope="col" className={`${headClass({ boxed: true })} sm:hidden`}>
              {t("change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} className="group/row break-inside-avoid">
              <th scope="row" className={`${cellClass({ boxed: true })} w-1/3 text-ink! font-body`}>
                {row.field}
              </th>
              <td className={cellClass(wide)}>
                <ChangedFrom>{row.before}</ChangedFrom>
              </td>
              <td className={cellClass(wide)}>
                <ChangedTo>{row.after}</ChangedTo>
              </td>
              <td className={`${cellClass({ boxed: true })} sm:hidden`}>
                <span className="grid justify-items-start gap-1">
                  <ChangedFrom>{row.before}</ChangedFrom>
                  <ChangedTo>{row.after}</ChangedTo>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
