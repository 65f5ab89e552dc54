import { type ReactNode, useId } from "react";

/** A titled part of a record on paper. */
export function RecordPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2 text-sm">
      <h2 id={id} className="border-b border-line-strong pb-0.5 text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Facts side by side; those that are not given are left out. */
export function Facts({ items }: { items: readonly (readonly [term: string, value: ReactNode])[] }) {
  const known = items.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-1 max-sm:grid-cols-1 print:grid-cols-2">
      {known.map(([term, value]) => (
        <div key={term} className="flex gap-2">
          <dt className="w-32 flex-none text-ink-2">{term}</dt>
          <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface RecordTableProps {
  label: string;
  /** Said where there are no rows. */
  nothing: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

const CELL = "border-b border-line px-2 py-1 text-left align-top first:pl-0";

export function RecordTable({ label, nothing, columns, rows }: RecordTableProps) {
  if (rows.length === 0) return <p>{nothing}</p>;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="text-xs text-ink-2">
          {columns.map((column) => (
            <th key={column} scope="col" className={`${CELL} font-medium`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of paper have no names and do not change
          <tr key={row} className="break-inside-avoid">
            {cells.map((cell, column) => (
              <td key={columns[column]} className={`${CELL} [overflow-wrap:anywhere]`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
