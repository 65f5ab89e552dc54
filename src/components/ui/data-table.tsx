"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { CheckBoxInput } from "./checkbox";
import { cx } from "./cx";
import { singleKeysAreOn } from "./single-keys";
import { Skeleton } from "./skeleton";
import { cellClass, headClass } from "./table-styles";
import { type Column, nextSort, type Selection, type Sort, toggled, toggledAll } from "./table-types";

export interface DataTableProps<Row> {
  /** The table's name, for assistive technology. */
  caption: string;
  /** One is the row's name, the first unless another says so: draw it with a link where rows open. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names the row in its checkbox. */
  rowLabel: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  /** The row that is open beside the list: it carries the margin line. */
  currentKey?: string | null;
  /** A press anywhere on a row, and Enter on it where its name is no link. */
  onOpen?: (row: Row) => void;
  /** Shows this many skeleton rows instead. */
  skeletonRows?: number;
  /** Inside a page, with an edge; list pages bleed to the sheet's edges. */
  boxed?: boolean;
  /** Takes the place of the rows when there are none. */
  empty?: ReactNode;
}

/** Rows of one kind, with sorting, selection and movement by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, selection, boxed, skeletonRows = 0, empty, onOpen } = props;
  const loading = skeletonRows > 0;
  if (!loading && rows.length === 0 && empty) return <div className="px-4 py-12">{empty}</div>;

  return (
    <div
      {...(loading ? { role: "status", "aria-busy": true, "aria-label": caption } : undefined)}
      className={cx(
        boxed ? "overflow-clip rounded-lg border border-line" : "-mx-(--gutter) print:mx-0",
        loading && "animate-late",
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <Head {...props} />
        {loading ? (
          <SkeletonRows columns={columns} count={skeletonRows} pick={selection !== undefined} boxed={boxed} />
        ) : (
          <tbody
            onKeyDown={(event) => onRowKey(event, selection)}
            onClick={(event) => {
              const key = onOpen && pressedRow(event);
              const row = key ? rows.find((candidate) => rowKey(candidate) === key) : undefined;
              if (row !== undefined) onOpen?.(row);
            }}
          >
            {rows.map((row) => (
              <BodyRow key={rowKey(row)} row={row} {...props} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}

function Head<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, selection, sort, onSort, boxed } = props;
  const t = useTranslations("ui");
  const keys = rows.map(rowKey);
  const chosen = selection ? keys.filter((key) => selection.selected.has(key)).length : 0;
  return (
    <thead>
      <tr>
        {selection ? (
          <th scope="col" className={headClass({ boxed, pick: true })}>
            <CheckBoxInput
              aria-label={t("selectPage")}
              checked={chosen > 0 && chosen === keys.length}
              indeterminate={chosen > 0 && chosen < keys.length}
              disabled={keys.length === 0}
              onChange={() => selection.onChange(toggledAll(selection.selected, keys))}
            />
          </th>
        ) : null}
        {columns.map((column) => {
          const sorted = sort?.column === column.id ? sort.direction : undefined;
          const Arrow = sorted === "ascending" ? ArrowUp : ArrowDown;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted}
              style={{ width: column.width }}
              className={headClass({ boxed, column })}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column.id))}
                  className="-mx-1 inline-flex h-6 items-center gap-1 rounded-xs px-1 hover:bg-hover hover:text-ink"
                >
                  {column.header}
                  {sorted ? <Arrow className="size-3!" /> : null}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function BodyRow<Row>(props: DataTableProps<Row> & { row: Row }) {
  const { row, columns, rowKey, rowLabel, selection, currentKey, boxed, onOpen } = props;
  const t = useTranslations("ui");
  const key = rowKey(row);
  const selected = selection?.selected.has(key) ?? false;
  const current = currentKey === key;
  const name = columns.find((column) => column.rowHeader) ?? columns[0];
  return (
    <tr
      data-key={key}
      tabIndex={-1}
      data-selected={selected || undefined}
      data-current={current || undefined}
      className={cx("group/row break-inside-avoid outline-none", onOpen && "cursor-pointer")}
    >
      {selection ? (
        <td className={cellClass({ boxed, pick: true })}>
          <CheckBoxInput
            aria-label={t("selectRow", { name: rowLabel(row) })}
            checked={selected}
            onChange={() => selection.onChange(toggled(selection.selected, key))}
          />
        </td>
      ) : null}
      {columns.map((column) =>
        column === name ? (
          <th
            key={column.id}
            scope="row"
            aria-current={current ? "true" : undefined}
            className={cellClass({ boxed, column, name: true })}
          >
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={cellClass({ boxed, column })}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function SkeletonRows<Row>(props: {
  columns: readonly Column<Row>[];
  count: number;
  pick: boolean;
  boxed: boolean | undefined;
}) {
  const { columns, count, pick, boxed } = props;
  return (
    <tbody>
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <tr key={line}>
          {pick ? (
            <td className={cellClass({ boxed, pick: true })}>
              <Skeleton width="1rem" />
            </td>
          ) : null}
          {columns.map((column, index) => (
            <td key={column.id} className={cellClass({ boxed, column })}>
              <Skeleton width={index === 0 ? `${48 + ((line * 17) % 26)}%` : "5rem"} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The key of the row that was pressed, unless a control in it was, or text was being selected. */
function pressedRow(event: MouseEvent<HTMLElement>): string | undefined {
  const target = event.target;
  if (!(target instanceof Element) || target.closest("a, button, input, label, select")) return undefined;
  if (window.getSelection()?.isCollapsed === false) return undefined;
  return target.closest("tr")?.dataset.key;
}

/** Arrows and j/k move, Space selects, Enter opens. */
function onRowKey(event: KeyboardEvent<HTMLElement>, selection: Selection | undefined) {
  const target = event.target;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("textarea, select, input:not([type=checkbox])")) return;
  const row = target.closest("tr");
  if (!row) return;
  const letters = singleKeysAreOn() ? { j: 1, k: -1 } : undefined;
  const step = { ArrowDown: 1, ArrowUp: -1, ...letters }[event.key];
  if (step !== undefined) {
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    const wanted = target.matches("input") ? "input" : "[data-row-link], th a, th button";
    const goal = next.querySelector<HTMLElement>(wanted) ?? next;
    goal.focus();
    goal.scrollIntoView({ block: "nearest" });
  } else if (event.key === " " && selection && row.dataset.key && !target.matches("input, button")) {
    event.preventDefault();
    selection.onChange(toggled(selection.selected, row.dataset.key));
  } else if (event.key === "Enter" && target === row) {
    event.preventDefault();
    const link = row.querySelector<HTMLElement>("[data-row-link], th a, th button");
    (link ?? row.querySelector<HTMLElement>("td, th"))?.click();
  }
}
