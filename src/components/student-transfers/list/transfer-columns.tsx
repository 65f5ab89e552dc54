"use client";

import { useTranslations } from "next-intl";
import { Person } from "@/components/ui/person";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { TRANSFER_SECTIONS } from "@/domain/student-list";
import type { TransferDirection } from "@/domain/student-transfer-list";
import { TransferState } from "../transfer-state";
import { transferHref } from "../transfers-url";
import type { TransferRow } from "../types";

/** The columns of the list; a name leads to its transfer. */
export function useTransferColumns(direction: TransferDirection): Column<TransferRow>[] {
  const t = useTranslations("studentTransfers.list");
  const tSections = useTranslations("studentTransfers.sections");
  const { day } = useDay();
  return [
    {
      id: "student",
      header: t("student"),
      rowHeader: true,
      cell: ({ id, studentName, school }) => (
        <Person
          avatar={false}
          name={studentName}
          href={transferHref(id)}
          meta={<span className="md:hidden">{school}</span>}
        />
      ),
    },
    { id: "school", header: t(`${direction}School`), from: "md", cell: ({ school }) => school },
    {
      id: "sections",
      header: t("sections"),
      from: "lg",
      cell: ({ sections }) =>
        sections.length === TRANSFER_SECTIONS.length
          ? t("whole")
          : sections.map((section) => tSections(`${section}.name`)).join(", "),
    },
    { id: "status", header: t("status"), nowrap: true, cell: (row) => <TransferState {...row} /> },
    {
      id: "date",
      header: t("asked"),
      from: "sm",
      align: "end",
      nowrap: true,
      cell: ({ agreedAt, createdAt }) => {
        const at = direction === "incoming" ? (agreedAt ?? createdAt) : createdAt;
        return <time dateTime={at.toISOString()}>{day(at)}</time>;
      },
    },
  ];
}
