"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { MergeLink } from "@/components/record-merge/merge-link";
import { StudentsExport } from "@/components/student-exports/students-export";
import { IMPORTS_PATH } from "@/components/student-import/import-url";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import { NEW_STUDENT_PATH } from "../student-url";
import type { StudentCounts } from "../types";
import {
  filterOf,
  isFiltered,
  STUDENT_SCOPES,
  STUDENTS_PATH,
  type StudentsUrl,
  studentsHref,
  viewQuery,
} from "./students-url";

// Comes after the list itself: the tabs that are always there stand in for it.
const ListViews = lazy(() => import("@/components/views/list-views"));
const RenumberButton = lazy(() => import("./renumber-button"));

export interface StudentsHeadProps {
  url: StudentsUrl;
  manages: boolean;
  /** The viewer may take lists out. */
  exports: boolean;
  /** The viewer may take records in from a file. */
  imports: boolean;
}

/** Title, how many there are, the ways in and out, and a new record. */
export function StudentsHead({ url, manages, exports, imports }: StudentsHeadProps) {
  const t = useTranslations("students.list");
  return (
    <PageHeader
      title={t("title")}
      description={
        <Quietly fallback={<Skeleton width="20rem" className="my-1.5" />}>
          <Total url={url} />
        </Quietly>
      }
      actions={
        <>
          {exports ? <StudentsExport url={url} /> : null}
          {manages && url.section.length === 1 ? (
            <Quietly fallback={null}>
              <RenumberButton url={url} />
            </Quietly>
          ) : null}
          {imports ? (
            <ButtonLink href={IMPORTS_PATH} icon={<Upload />} className="max-sm:flex-1">
              {t("import")}
            </ButtonLink>
          ) : null}
          {manages ? <MergeLink /> : null}
          {manages ? (
            <ButtonLink
              variant="primary"
              href={NEW_STUDENT_PATH}
              data-shortcut="n"
              icon={<Plus />}
              className="max-sm:flex-1"
            >
              {t("new")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

function Total({ url }: { url: StudentsUrl }) {
  const t = useTranslations("students.list");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.student.counts.queryOptions(filterOf(url)));
  const { active } = data.byStatus;
  return <>{t("total", { active, gone: data.total - active })}</>;
}

export interface StudentsTabsProps {
  url: StudentsUrl;
  listed: StudentsUrl;
  /** The viewer has a place in the school where views can be kept. */
  keepsViews: boolean;
}

/** A view for each status and one for all, each current while exactly that is asked for; then those that were kept. */
export function StudentsTabs({ url, listed, keepsViews }: StudentsTabsProps) {
  const t = useTranslations("students.list");
  const builtIn: TabItem[] = STUDENT_SCOPES.map((scope) => ({
    href: studentsHref({ scope, sort: url.sort, dir: url.dir, cols: url.cols }),
    label: t(`scopes.${scope}`),
    current: url.scope === scope && !isFiltered(url),
    count: (
      <Quietly fallback={<span aria-hidden="true">…</span>}>
        <Count url={listed} of={({ byStatus, total }) => (scope === "all" ? total : byStatus[scope])} />
      </Quietly>
    ),
  }));
  const tabs = <Tabs label={t("views")} items={builtIn} />;
  if (!keepsViews) return tabs;
  return (
    <QueryBoundary failed={() => tabs}>
      <Suspense fallback={tabs}>
        <ListViews screen="students" path={STUDENTS_PATH} query={viewQuery(url)} builtIn={builtIn} />
      </Suspense>
    </QueryBoundary>
  );
}

function Count({ url, of }: { url: StudentsUrl; of: (counts: StudentCounts) => number }) {
  const t = useTranslations("users");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.student.counts.queryOptions(filterOf(url)));
  return <>{t("figure", { count: of(data) })}</>;
}

/** A figure beside something that works without it: absent while it cannot be had. */
function Quietly({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  return (
    <QueryBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </QueryBoundary>
  );
}
