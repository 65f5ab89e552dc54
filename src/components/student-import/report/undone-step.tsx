"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { studentHref } from "@/components/students/student-url";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { RowsPager } from "../check/rows-pager";
import { IMPORTS_PATH, type ImportUrl, keptInput } from "../import-url";
import { StepTitle } from "../step-title";
import type { ImportDetail, KeptChange } from "../types";
import { useKeptWords } from "./kept-words";

/** What the undo of an import took back, and what it kept since somebody had edited it. */
export default function UndoneStep({ detail, url }: { detail: ImportDetail; url: ImportUrl }) {
  const t = useTranslations("studentImport.undone");
  const { moment } = useDay();
  const { undoneAt, undoneBy, counts } = detail;
  const { reverted = 0, keptAtUndo = 0 } = counts;
  return (
    <section className="grid min-w-0 grid-cols-1 gap-(--stack)">
      <StepTitle>{t("title")}</StepTitle>
      <Callout
        role="status"
        title={t("done", { count: reverted })}
        actions={
          <ButtonLink size="sm" href={IMPORTS_PATH}>
            {t("another")}
          </ButtonLink>
        }
      >
        {t("kept", { count: keptAtUndo })}{" "}
        {undoneAt && undoneBy ? t("by", { by: undoneBy, at: moment(undoneAt) }) : null}
      </Callout>
      {keptAtUndo > 0 ? <KeptChanges id={detail.id} url={url} /> : null}
    </section>
  );
}

function KeptChanges({ id, url }: { id: string; url: ImportUrl }) {
  const t = useTranslations("studentImport.undone");
  const trpc = useTRPC();
  const words = useKeptWords();
  const { data } = useSuspenseQuery(trpc.studentImport.kept.queryOptions(keptInput(id, url.after)));
  const columns: Column<KeptChange>[] = [
    {
      id: "student",
      header: t("student"),
      rowHeader: true,
      cell: ({ name, studentId }) =>
        studentId ? (
          <Link href={studentHref("/org-admin", studentId)} prefetch={false} data-row-link>
            {name || t("nameless")}
          </Link>
        ) : (
          name || "–"
        ),
    },
    { id: "what", header: t("what"), cell: words },
  ];
  return (
    <section aria-labelledby="kept" className="grid min-w-0 grid-cols-1 gap-2">
      <h3 id="kept">{t("keptTitle")}</h3>
      <DataTable
        boxed
        caption={t("keptTitle")}
        columns={columns}
        rows={data.rows}
        rowKey={(row) => row.id}
        rowLabel={({ name }) => name}
      />
      <RowsPager id={id} url={url} nextCursor={data.nextCursor} />
    </section>
  );
}
