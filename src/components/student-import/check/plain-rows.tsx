"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { studentHref } from "@/components/students/student-url";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/table-types";
import { useTRPC } from "@/trpc/client";
import { type ImportUrl, rowsInput } from "../import-url";
import type { ImportDetail, ImportRow } from "../types";
import { documentWords } from "../value-words";
import { RowsPager } from "./rows-pager";

export interface PlainRowsProps {
  detail: ImportDetail;
  verdict: "new" | "unchanged";
  url: ImportUrl;
}

/** Rows of which there is nothing to decide: those that are added, and those that are left alone. */
export function PlainRows({ detail, verdict, url }: PlainRowsProps) {
  const t = useTranslations("studentImport.rows");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.studentImport.rows.queryOptions(rowsInput(detail.id, verdict, url.after)),
  );
  const columns: Column<ImportRow>[] = [
    {
      id: "name",
      header: t("student"),
      rowHeader: true,
      cell: ({ name, studentId, document }) => (
        <span className="grid min-w-0">
          <span className="truncate font-medium">
            {studentId ? (
              <Link href={studentHref("/org-admin", studentId)} prefetch={false} data-row-link>
                {name}
              </Link>
            ) : (
              name
            )}
          </span>
          <span className="truncate text-xs text-ink-3 sm:hidden">{documentWords(document)}</span>
        </span>
      ),
    },
    {
      id: "document",
      header: t("document"),
      from: "sm",
      nowrap: true,
      cell: ({ document }) => documentWords(document),
    },
    {
      id: "row",
      header: t("row"),
      align: "end",
      width: "6rem",
      cell: ({ rowNumber }) => format.number(rowNumber),
    },
  ];
  return (
    <section aria-labelledby="rows" className="grid min-w-0 grid-cols-1 gap-2">
      <h3 id="rows">{t(`${verdict}Title`, { count: detail.counts[verdict] ?? 0 })}</h3>
      {data.rows.length === 0 ? (
        <p className="text-sm text-ink-2">{t(`${verdict}None`)}</p>
      ) : (
        <>
          <DataTable
            boxed
            caption={t(`${verdict}Title`, { count: detail.counts[verdict] ?? 0 })}
            columns={columns}
            rows={data.rows}
            rowKey={({ rowNumber }) => String(rowNumber)}
            rowLabel={({ name }) => name}
          />
          <RowsPager id={detail.id} group={verdict} url={url} nextCursor={data.nextCursor} />
        </>
      )}
    </section>
  );
}
