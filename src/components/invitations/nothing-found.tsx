"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { NoResults } from "@/components/ui/no-results";
import { isFiltered, type ListView, listQuery } from "./list-params";

/** There are invitations, but none that the view asks for. */
export function NothingFound({ base, view }: { base: string; view: ListView }) {
  const t = useTranslations("invitations.list");
  const title =
    view.q.trim() !== ""
      ? t("noneSearch", { search: view.q.trim() })
      : view.status && !isFiltered(view)
        ? t("noneStatus", { status: view.status })
        : t("noneTitle");
  return (
    <NoResults
      title={title}
      actions={
        <ButtonLink href={isFiltered(view) ? listQuery(base, { status: view.status }) : base}>
          {isFiltered(view) ? t("clearFilters") : t("showAll")}
        </ButtonLink>
      }
    />
  );
}
