"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PageButtons } from "@/components/invitations/page-buttons";
import { PersonCell } from "@/components/invitations/person-cell";
import { usePages } from "@/components/invitations/use-pages";
import { CountGroups } from "@/components/ui/count-groups";
import { DataTable } from "@/components/ui/data-table";
import type { EnrollmentLine, EnrollmentVerdict } from "@/domain/class-list";
import { EnrollmentVerdictCell } from "./enrollment-verdicts";

type Group = "all" | EnrollmentVerdict;

/** What becomes of each line: counts by verdict, and the lines behind each count. */
export function EnrollmentTable({ lines }: { lines: readonly EnrollmentLine[] }) {
  const t = useTranslations("classes.enrol");
  const tVerdict = useTranslations("classes.enrol.verdicts");
  const heading = useRef<HTMLHeadingElement>(null);
  const [group, setGroup] = useState<Group>("all");
  const counts = countsOf(lines);
  const current = group !== "all" && counts.has(group) ? group : "all";
  const { shown, pager } = usePages(lines.filter(({ verdict }) => current === "all" || verdict === current));
  // A fresh check is what one waits for: the focus goes to it, also where it lies below the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each check
  useEffect(() => heading.current?.focus(), [lines]);
  return (
    <section aria-labelledby="checked" className="grid min-w-0 grid-cols-1 content-start gap-2">
      <h2 id="checked" ref={heading} tabIndex={-1}>
        {t("checked", { count: lines.length })}
      </h2>
      <CountGroups<Group>
        label={t("filter")}
        value={current}
        onChange={(value) => {
          setGroup(value);
          pager.setPage(0);
        }}
        groups={[
          { value: "all", label: t("all"), count: lines.length },
          ...[...counts].map(([verdict, count]) => ({ value: verdict, label: tVerdict(verdict), count })),
        ]}
      />
      <LineTable
        caption={t("caption")}
        header={t("verdict")}
        lines={shown}
        cell={({ verdict, firstLine }) => <EnrollmentVerdictCell verdict={verdict} firstLine={firstLine} />}
      />
      <PageButtons pager={pager} />
    </section>
  );
}

type Line = Pick<EnrollmentLine, "line" | "raw" | "name" | "email">;

export interface LineTableProps<Row extends Line> {
  caption: string;
  /** Of the column that says what becomes, or became, of a line. */
  header: string;
  lines: readonly Row[];
  cell: (row: Row) => ReactNode;
}

/** Lines of a list: number, person, and what of it. */
export function LineTable<Row extends Line>({ caption, header, lines, cell }: LineTableProps<Row>) {
  const t = useTranslations("classes.enrol");
  return (
    <DataTable
      boxed
      caption={caption}
      rows={lines}
      rowKey={({ line }) => String(line)}
      rowLabel={({ name, raw }) => name || raw}
      columns={[
        {
          id: "line",
          header: t("line"),
          align: "end",
          from: "sm",
          width: "3.5rem",
          cell: ({ line }) => <span className="text-xs text-ink-3">{line}</span>,
        },
        {
          id: "person",
          header: t("person"),
          rowHeader: true,
          cell: ({ name, email, raw }) => (
            <PersonCell name={name || raw} email={name ? email : ""} narrow={[]} />
          ),
        },
        { id: "verdict", header, cell },
      ]}
    />
  );
}

function countsOf(lines: readonly EnrollmentLine[]): Map<EnrollmentVerdict, number> {
  const counts = new Map<EnrollmentVerdict, number>();
  for (const { verdict } of lines) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}
