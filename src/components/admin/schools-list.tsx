"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { NoResults } from "@/components/ui/no-results";
import { useTRPC } from "@/trpc/client";
import { useSchoolColumns } from "./school-columns";
import { nextPage, pageOf, previousPage, type SchoolsUrl, schoolsHref } from "./schools-url";
import type { SchoolRow } from "./types";

export interface SchoolsListProps {
  url: SchoolsUrl;
  /** The school that the viewer belongs to. */
  ownId: string;
  /** Another page is on its way. */
  busy: boolean;
  onEnter: (school: SchoolRow) => void;
}

/** One page of schools, or that none matches. */
export function SchoolsList({ url, ownId, busy, onEnter }: SchoolsListProps) {
  const t = useTranslations("schools");
  const trpc = useTRPC();
  const { data: page } = useSuspenseQuery(trpc.platform.listOrganizations.queryOptions(pageOf(url)));
  const columns = useSchoolColumns({ ownId, onEnter });
  const search = url.q.trim();
  if (page.rows.length === 0)
    return (
      <div className="py-12">
        <NoResults
          title={search ? t("none.search", { search }) : t("none.filters")}
          actions={<ButtonLink href={schoolsHref({})}>{t("none.clear")}</ButtonLink>}
        >
          {t("none.hint")}
        </NoResults>
      </div>
    );
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

/** The list that is not here yet, in its final shape. */
export function SchoolsListSkeleton({ ownId }: { ownId: string }) {
  const t = useTranslations("schools");
  const columns = useSchoolColumns({ ownId, onEnter: () => undefined });
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
