import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

export interface ChartTableProps {
  /** What the chart shows; names the table. */
  caption: string;
  /** The heads of the columns; the first is that of the rows' names. */
  head: readonly string[];
  /** Each row begins with its name. */
  rows: readonly (readonly string[])[];
}

/** The figures of a chart as a table, folded away. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  const t = useTranslations("ui.chart");
  const [first = "", ...rest] = head;
  return (
    <details data-print="no" className="group/table mt-1">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-xs text-ink-2 hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5! text-icon group-open/table:rotate-90" />
        {t("asTable")}
      </summary>
      <table className="mt-1 w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-xs text-ink-3 [&>th]:h-(--head-h) [&>th]:border-b [&>th]:border-line-strong [&>th]:font-medium">
            <th scope="col" className="pr-(--cell-x) text-left">
              {first}
            </th>
            {rest.map((name) => (
              <th key={name} scope="col" className="pl-(--cell-x) text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...values], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and their names may repeat
            <tr key={row} className="[&>*]:border-b [&>*]:border-line [&>*]:py-1 last:[&>*]:border-b-0">
              <th scope="row" className="pr-(--cell-x) text-left font-body text-ink">
                {name}
              </th>
              {values.map((value, column) => (
                <td key={head[column + 1]} className="pl-(--cell-x) text-right text-ink-2">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
