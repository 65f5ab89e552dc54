"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/table-types";
import { useFieldWords } from "../field-words";
import { useProblemWords } from "../problem-words";
import type { ProblemGroup } from "../types";

type Row = ProblemGroup["rows"][number];

/** One repair: what is wrong and what to do, and each cell that needs it with what was found and expected. */
export function ProblemTable({ group }: { group: ProblemGroup }) {
  const t = useTranslations("studentImport.problems");
  const tImport = useTranslations("studentImport");
  const format = useFormatter();
  const id = useId();
  const { label } = useFieldWords();
  const { repair, expected } = useProblemWords();
  const [first] = group.rows;
  const columns: Column<Row>[] = [
    {
      id: "row",
      header: t("row"),
      width: "6rem",
      cell: ({ rowNumber }) => <span className="tabular-nums">{format.number(rowNumber)}</span>,
    },
    { id: "student", header: t("student"), from: "md", width: "24%", cell: ({ name }) => name || "–" },
    {
      id: "column",
      header: t("column"),
      from: "sm",
      width: "24%",
      cell: ({ column, header }) => <Place column={column} header={header} />,
    },
    {
      id: "found",
      header: t("found"),
      cell: ({ value, sensitive, column, header }) => (
        <span className="grid">
          <span className={group.fatal ? "text-danger-text" : "text-warning-text"}>
            <span className="[overflow-wrap:anywhere]">
              {sensitive !== null ? tImport("hidden") : value === "" ? t("empty") : value}
            </span>
          </span>
          <span className="text-xs text-ink-3 sm:hidden">
            <Place column={column} header={header} />
          </span>
        </span>
      ),
    },
    {
      id: "expected",
      header: t("expected"),
      width: "24%",
      cell: ({ values }) => expected({ code: group.code, ...(values && { values }) }),
    },
  ];
  return (
    <section aria-labelledby={id} className="overflow-clip rounded-lg border border-line">
      <h4 id={id} className="border-b border-line bg-sunken px-4 py-2 text-sm font-body text-ink">
        <b>{t("group", { field: label(group.field), count: group.count })}</b>{" "}
        {repair({ code: group.code, ...(first?.values && { values: first.values }) })}
      </h4>
      <div className="[&>div]:rounded-none [&>div]:border-0">
        <DataTable
          boxed
          caption={label(group.field)}
          columns={columns}
          rows={group.rows}
          rowKey={({ rowNumber }) => String(rowNumber)}
          rowLabel={({ rowNumber }) => String(rowNumber)}
        />
      </div>
      {group.count > group.rows.length ? (
        <p className="border-t border-line px-4 py-2 text-xs text-ink-3">
          {t("shown", { shown: group.rows.length, count: group.count })}
        </p>
      ) : null}
    </section>
  );
}

/** Where it stands in the file: the spreadsheet's letter and the heading. */
function Place({ column, header }: { column: string; header: string }) {
  const t = useTranslations("studentImport.problems");
  if (column === "") return t("noColumn");
  return (
    <span className="[overflow-wrap:anywhere]">
      {column}
      {header === "" ? null : <span className="font-mono text-xs"> · {header}</span>}
    </span>
  );
}
