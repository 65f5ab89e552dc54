"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { NoResults } from "@/components/ui/no-results";
import { type SchoolUrl, schoolHref } from "./school-url";

/** Nothing in this part of the school's page matches. */
export function NothingLike({ id, url }: { id: string; url: SchoolUrl }) {
  const t = useTranslations("schoolPage.none");
  const search = url.q.trim();
  return (
    <div className="py-8">
      <NoResults
        title={search ? t("search", { search }) : t("filters")}
        actions={<ButtonLink href={schoolHref(id, { tab: url.tab })}>{t("clear")}</ButtonLink>}
      />
    </div>
  );
}
