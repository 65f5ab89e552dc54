"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CheckBoxInput } from "@/components/ui/checkbox";
import { headClass } from "@/components/ui/table-styles";
import { useTRPC } from "@/trpc/client";
import { type ImportUrl, rowsInput } from "../import-url";
import type { ImportDetail } from "../types";
import { ChangedRow } from "./changed-row";
import { RowsPager } from "./rows-pager";
import { useChoose } from "./use-choose";

/** What would change of whom, field by field, with a tick at each: without it the school's own stays. */
export function ChangedRows({ detail, url }: { detail: ImportDetail; url: ImportUrl }) {
  const t = useTranslations("studentImport.changes");
  const trpc = useTRPC();
  const input = rowsInput(detail.id, "changed", url.after);
  const { data } = useSuspenseQuery(trpc.studentImport.rows.queryOptions(input));
  const { choose } = useChoose(input);
  const { changed = 0, conflicts = 0 } = detail.counts;
  const changes = data.rows.flatMap((row) => row.changes);
  const taken = changes.filter(({ kept }) => !kept).length;
  const head = headClass({ boxed: true });
  const wide = headClass({ boxed: true, column: { from: "sm" } });
  return (
    <section aria-labelledby="rows" className="grid min-w-0 grid-cols-1 gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id="rows">{t("title", { count: changed })}</h3>
        {changed > 0 ? <span className="text-xs text-ink-3">{t("hint")}</span> : null}
      </div>
      {conflicts > 0 ? <p className="text-sm text-ink-2">{t("conflicts", { count: conflicts })}</p> : null}
      {data.rows.length === 0 ? (
        <p className="text-sm text-ink-2">{t("none")}</p>
      ) : (
        <>
          <div className="overflow-clip rounded-lg border border-line">
            <table className="w-full border-separate border-spacing-0 text-sm">
              <caption className="sr-only">{t("caption")}</caption>
              <thead>
                <tr>
                  <th scope="col" className={headClass({ boxed: true, pick: true })}>
                    <CheckBoxInput
                      aria-label={t("all")}
                      checked={taken > 0 && taken === changes.length}
                      indeterminate={taken > 0 && taken < changes.length}
                      onChange={() => choose({ take: taken < changes.length })}
                    />
                  </th>
                  <th scope="col" className={head}>
                    {t("field")}
                  </th>
                  <th scope="col" className={wide}>
                    {t("before")}
                  </th>
                  <th scope="col" className={wide}>
                    {t("after")}
                  </th>
                  <th scope="col" className={`${head} sm:hidden`}>
                    {t("change")}
                  </th>
                </tr>
              </thead>
              {data.rows.map((row) => (
                <ChangedRow key={row.rowNumber} importId={detail.id} row={row} onChoose={choose} />
              ))}
            </table>
          </div>
          <RowsPager id={detail.id} group="changed" url={url} nextCursor={data.nextCursor} />
        </>
      )}
    </section>
  );
}
