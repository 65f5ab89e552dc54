"use client";

import { FileText, Image } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { useDay } from "@/components/use-day";
import { bytesIn } from "@/lib/bytes";
import type { StudentDocument } from "../types";

/** Where a document is taken out; who does is written down. */
export function documentHref(id: string): string {
  return `/api/student-documents/${id}`;
}

export interface DocumentTableProps {
  caption: string;
  rows: readonly StudentDocument[];
  actions: ((row: StudentDocument) => ReactNode) | undefined;
  empty: ReactNode;
}

/** Papers by name, each with what it is and who kept it. */
export function DocumentTable({ caption, rows, actions, empty }: DocumentTableProps) {
  const t = useTranslations("students.documents");
  const tKind = useTranslations("students.paperKinds");
  const { day } = useDay();
  const { number } = useFormatter();
  const size = (bytes: number) => {
    const { value, unit } = bytesIn(bytes);
    return number(value, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
  };
  return (
    <DataTable
      boxed
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      empty={empty}
      columns={[
        {
          id: "name",
          header: t("name"),
          cell: (row) => (
            <span className="flex items-center gap-3 py-1">
              {row.mediaType === "application/pdf" ? (
                <FileText className="flex-none text-icon" />
              ) : (
                <Image className="flex-none text-icon" />
              )}
              <span className="min-w-0">
                <a
                  href={documentHref(row.id)}
                  data-row-link
                  className="block font-medium [overflow-wrap:anywhere] hover:underline hover:underline-offset-3"
                >
                  {row.name}
                </a>
                <span className="block text-xs text-ink-3 sm:hidden">{tKind(row.kind)}</span>
              </span>
            </span>
          ),
        },
        { id: "kind", header: t("kind"), from: "sm", cell: (row) => tKind(row.kind) },
        {
          id: "size",
          header: t("size"),
          from: "sm",
          align: "end",
          nowrap: true,
          cell: (row) => size(row.byteSize),
        },
        { id: "by", header: t("by"), from: "md", cell: (row) => row.uploadedBy },
        { id: "at", header: t("at"), align: "end", nowrap: true, cell: (row) => day(row.createdAt) },
        ...(actions
          ? [
              {
                id: "actions",
                header: <span className="sr-only">{t("actions")}</span>,
                width: "1px",
                cell: actions,
              },
            ]
          : []),
      ]}
    />
  );
}
