"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { isUnderWay } from "@/domain/student-import-list";
import { type CursorTrail, pageAfter, pageBefore } from "@/lib/cursor-trail";
import { useTRPC } from "@/trpc/client";
import { importHref, importsHref } from "../import-url";
import { useImportColumns } from "./use-import-columns";

const EVERY = 3_000;

/** The imports of the school, the latest first, each with what became of it. */
export function ImportHistory({ url }: { url: CursorTrail }) {
  const t = useTranslations("studentImport.history");
  const router = useRouter();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.studentImport.list.queryOptions(url.after ? { cursor: url.after } : {}),
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => isUnderWay(row.state)) ? EVERY : false),
  });
  const columns = useImportColumns();
  const { rows, nextCursor } = data;
  if (rows.length === 0)
    return (
      <div className="py-8">
        <EmptyState drawing="classroom" title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col gap-(--stack)">
      <DataTable
        boxed
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowLabel={({ fileName }) => fileName}
        onOpen={({ id }) => router.push(importHref(id))}
      />
      {url.after !== null || nextCursor !== null ? (
        <KeysetPager
          previousHref={url.after ? importsHref(pageBefore(url)) : undefined}
          nextHref={nextCursor ? importsHref(pageAfter(url, nextCursor)) : undefined}
        />
      ) : null}
    </div>
  );
}
