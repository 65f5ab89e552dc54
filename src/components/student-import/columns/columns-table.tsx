"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CountGroups } from "@/components/ui/count-groups";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/table-types";
import { COLUMN_MATCHES, type ColumnMatch } from "@/domain/student-import-list";
import { useFieldWords } from "../field-words";
import type { ImportColumn } from "../types";
import { ColumnMatchMark } from "./column-match";
import { FieldPicker } from "./field-picker";

type Group = "all" | ColumnMatch;

export interface ColumnsTableProps {
  columns: readonly ImportColumn[];
  /** Gives the column that had the field before. */
  onChoose: (index: number, field: string | null) => ImportColumn | undefined;
}

/** The columns of the file with what they mean, narrowed by how that was found. */
export function ColumnsTable({ columns, onChoose }: ColumnsTableProps) {
  const t = useTranslations("studentImport.columns");
  const [group, setGroup] = useState<Group>("all");
  const [told, tell] = useState("");
  const { label } = useFieldWords();
  const groups = COLUMN_MATCHES.flatMap((match) => {
    const count = columns.filter((column) => column.match === match).length;
    return count > 0 ? [{ value: match, label: t(`matches.${match}`), count }] : [];
  });
  const current = groups.some(({ value }) => value === group) ? group : "all";

  function choose(column: ImportColumn, field: string | null) {
    const other = onChoose(column.index, field);
    tell(other && field !== null ? t("taken", { field: label(field), column: nameOf(other) }) : "");
  }

  const pickerOf = (column: ImportColumn) => (
    <FieldPicker
      column={nameOf(column)}
      columns={columns}
      value={column.field}
      onChange={(field) => choose(column, field)}
    />
  );

  const shape: Column<ImportColumn>[] = [
    {
      id: "column",
      header: t("column"),
      rowHeader: true,
      cell: (column) => (
        <div className="grid min-w-0 gap-0.5 py-1">
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{nameOf(column)}</span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3 sm:hidden">
            <FirstValue column={column} />
            <ColumnMatchMark match={column.match} />
          </span>
          {/* Beside the heading there is no room for a control on a phone. */}
          <div className="mt-1 min-w-0 sm:hidden">{pickerOf(column)}</div>
        </div>
      ),
    },
    {
      id: "first",
      header: t("first"),
      from: "sm",
      width: "22%",
      cell: (column) => <FirstValue column={column} />,
    },
    {
      id: "field",
      header: t("field"),
      from: "sm",
      width: "38%",
      cell: pickerOf,
    },
    {
      id: "match",
      header: t("match"),
      from: "sm",
      width: "9rem",
      cell: ({ match }) => <ColumnMatchMark match={match} />,
    },
  ];

  return (
    <>
      {groups.length > 1 ? (
        <CountGroups<Group>
          label={t("filter")}
          value={current}
          onChange={setGroup}
          groups={[{ value: "all", label: t("all"), count: columns.length }, ...groups]}
        />
      ) : null}
      <p role="status" className={told === "" ? "sr-only" : "text-sm text-ink-2"}>
        {told}
      </p>
      <DataTable
        boxed
        caption={t("caption")}
        columns={shape}
        rows={columns.filter(({ match }) => current === "all" || match === current)}
        rowKey={({ index }) => String(index)}
        rowLabel={nameOf}
      />
    </>
  );
}

/** The heading, or the spreadsheet's letter of a column without one. */
function nameOf({ header, letter }: ImportColumn): string {
  return header.trim() === "" ? letter : header;
}

function FirstValue({ column: { sample } }: { column: ImportColumn }) {
  const t = useTranslations("studentImport");
  if (sample === null) return <span className="text-ink-3">{t("hidden")}</span>;
  if (sample === "") return <span className="text-ink-3">–</span>;
  return <span className="font-mono text-xs [overflow-wrap:anywhere]">{sample}</span>;
}
