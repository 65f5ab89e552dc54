"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { NoResults } from "@/components/ui/no-results";
import { useTRPC } from "@/trpc/client";
import { type SchoolColumnsProps, useSchoolColumns } from "./school-columns";
import { nextPage, pageOf, previousPage, type SchoolsUrl, schoolsHref } from "./schools-url";

export interface SchoolsListProps extends SchoolColumnsProps {
  url: SchoolsUrl;
  /** Another page is on its way. */
  busy: boolean;
}

/** One page of schools, or that none matches. */
export function SchoolsList({ url, busy, ...shown }: SchoolsListProps) {
  const t = useTranslations("schools");
  const trpc = useTRPC();
  const { data: page } = useSuspenseQuery(trpc.platform.listOrganizations.queryOptions(pageOf(url)));
  const columns = useSchoolColumns(shown);
  if (page.rows.length === 0) return <NoSchools url={url} />;
  return (
    <div
      aria-busy={busy || undefined}
      className={cx("flex flex-col gap-(--stack)", busy && "opacity-60 transition-opacity delay-150")}
    >
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={page.rows}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
      />
      {url.after || page.nextCursor ? (
        <KeysetPager
          previousHref={url.after ? schoolsHref(previousPage(url)) : undefined}
          nextHref={page.nextCursor ? schoolsHref(nextPage(url, page.nextCursor)) : undefined}
        />
      ) : null}
    </div>
  );
}

function NoSchools({ url }: { url: SchoolsUrl }) {
  const t = useTranslations("schools.none");
  const search = url.q.trim();
  const clear = <ButtonLink href={schoolsHref({})}>{t("clear")}</ButtonLink>;
  const [only] = url.status;
  // A bin that is empty is no search without a hit.
  if (only === "deleted" && url.status.length === 1 && search === "" && url.plan.length === 0)
    return (
      <div className="py-12">
        <EmptyState drawing="closed" title={t("deleted")} actions={clear}>
          {t("deletedHint")}
        </EmptyState>
      </div>
    );
  return (
    <div className="py-12">
      <NoResults title={search ? t("search", { search }) : t("filters")} actions={clear}>
        {t("hint")}
      </NoResults>
    </div>
  );
}

/** The list that is not here yet, in its final shape. */
export function SchoolsListSkeleton(props: SchoolColumnsProps) {
  const t = useTranslations("schools");
  const columns = useSchoolColumns(props);
  return (
    <DataTable
      caption={t("loading")}
      columns={columns}
      rows={[]}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      skeletonRows={8}
    />
  );
}
