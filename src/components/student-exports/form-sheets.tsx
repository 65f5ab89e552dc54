import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { written } from "@/domain/government-forms/movements";
import type { Paper, PaperCell, PaperColumn, PaperPage } from "@/domain/government-forms/paper";
import { SheetOfPaper } from "./sheet-of-paper";

const CELL = "border border-line-strong px-1.5 py-0.5";

/** A form of the ministry on paper. What stands on it is in Spanish, whatever language the pages are in. */
export function FormSheets({ paper }: { paper: Paper }) {
  return paper.pages.map((page) => (
    <SheetOfPaper key={`${page.name} ${page.number[0]}`} isWide={paper.landscape}>
      <FormSheet page={page} />
    </SheetOfPaper>
  ));
}

function FormSheet({ page }: { page: PaperPage }) {
  const t = useTranslations("studentExports.forms");
  const { code, title, name, facts, columns, rows, sums, notes, signatures } = page;
  const [number, of] = page.number;
  return (
    <section lang="es" aria-label={`${title}, ${name}`} className="grid gap-3 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{title}</h2>
        <span className="font-mono text-xs">{code}</span>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-0.5 text-xs max-sm:grid-cols-1 print:grid-cols-2">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-1.5 border-b border-line">
            <dt className="flex-none text-ink-2">{label}:</dt>
            <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <table className="w-full border-collapse text-xs">
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr className="font-medium">
            {columns.map((column) => (
              <th key={column.header} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <Row key={JSON.stringify(cells)} cells={cells} columns={columns} />
          ))}
          {sums.map((cells) => (
            <Row key={String(cells[0])} cells={cells} columns={columns} isSum />
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="text-xs">
          {note}
        </p>
      ))}
      <div className="mt-8 flex justify-around gap-8 text-center text-xs" data-print="whole">
        {signatures.map((signature) => (
          <span key={signature} className="min-w-48 border-t border-ink-3 pt-1">
            {signature}
          </span>
        ))}
      </div>
      {of > 1 ? <p className="text-right text-xs text-ink-2">{t("page", { page: number, of })}</p> : null}
    </section>
  );
}

function Row(props: { cells: readonly PaperCell[]; columns: readonly PaperColumn[]; isSum?: boolean }) {
  const { cells, columns, isSum = false } = props;
  return (
    <tr className={cx(isSum && "font-medium")}>
      {columns.map((column, index) => (
        <td key={column.header} className={cellClass(column)}>
          {shown(cells[index])}
        </td>
      ))}
    </tr>
  );
}

function shown(cell: PaperCell | undefined): string | number | null {
  if (typeof cell === "object" && cell !== null) return written(cell.day);
  return cell ?? null;
}

function cellClass({ align = "left" }: PaperColumn): string {
  return cx(
    CELL,
    "tabular-nums",
    align === "right" && "text-right",
    align === "center" && "text-center",
    align === "left" && "text-left",
  );
}
