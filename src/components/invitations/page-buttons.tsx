"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Pager } from "./use-pages";

/** Which rows are shown and the way to the others, for rows that have no address of their own. */
export function PageButtons({ pager }: { pager: Pager }) {
  const t = useTranslations("ui");
  const { page, last, from, to, total, setPage } = pager;
  if (last === 0) return null;
  return (
    <nav aria-label={t("pages")} className="flex items-center gap-2 text-sm text-ink-3 tabular-nums">
      <span role="status">{t("rangeOf", { from, to, total })}</span>
      <span className="ml-auto flex items-center gap-2">
        <Button size="sm" disabled={page === 0} onPress={() => setPage(page - 1)}>
          {t("previous")}
        </Button>
        <Button size="sm" disabled={page === last} onPress={() => setPage(page + 1)}>
          {t("next")}
        </Button>
      </span>
    </nav>
  );
}
