"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import type { Area } from "../class-url";
import {
  CLASS_SCOPES,
  type ClassesUrl,
  classesHref,
  classesPath,
  filterOf,
  isFiltered,
  viewQuery,
} from "./classes-url";
import type { ClassCounts } from "./types";

// Comes after the list itself: the tabs that are always there stand in for it.
const ListViews = lazy(() => import("@/components/views/list-views"));

/** Title, how many there are, and the way to a new one. */
export function ClassesHead(props: { area: Area; url: ClassesUrl; manages: boolean }) {
  const { area, url, manages } = props;
  const t = useTranslations("classes.list");
  return (
    <PageHeader
      title={t("title")}
      description={
        <QueryBoundary>
          <Suspense fallback={<Skeleton width="14rem" className="my-1.5" />}>
            <Total url={url} />
          </Suspense>
        </QueryBoundary>
      }
      actions={
        manages ? (
          <ButtonLink variant="primary" href={`${classesPath(area)}/new`} data-shortcut="n" icon={<Plus />}>
            {t("new")}
          </ButtonLink>
        ) : null
      }
    />
  );
}

function useCounts(url: ClassesUrl): ClassCounts {
  const trpc = useTRPC();
  return useSuspenseQuery(trpc.class.counts.queryOptions(filterOf(url))).data;
}

function Total({ url }: { url: ClassesUrl }) {
  const t = useTranslations("classes.list");
  const { active, archived } = useCounts(url);
  return <>{t("total", { active, archived })}</>;
}

export interface ClassesViewsProps {
  area: Area;
  url: ClassesUrl;
  listed: ClassesUrl;
  keepsViews: boolean;
}

/** Active, archived, all, and the views that were kept. */
export function ClassesViews({ area, url, listed, keepsViews }: ClassesViewsProps) {
  const t = useTranslations("classes.list");
  const builtIn: TabItem[] = CLASS_SCOPES.map((scope) => ({
    href: classesHref(area, { scope, sort: url.sort, dir: url.dir }),
    label: t(`scopes.${scope}`),
    current: url.scope === scope && !isFiltered(url),
    count: (
      <QueryBoundary>
        <Suspense fallback={<span aria-hidden="true">…</span>}>
          <Count url={listed} scope={scope} />
        </Suspense>
      </QueryBoundary>
    ),
  }));
  const tabs = <Tabs label={t("views")} items={builtIn} />;
  if (!keepsViews) return tabs;
  return (
    <QueryBoundary failed={() => tabs}>
      <Suspense fallback={tabs}>
        <ListViews screen="classes" path={classesPath(area)} query={viewQuery(url)} builtIn={builtIn} />
      </Suspense>
    </QueryBoundary>
  );
}

function Count({ url, scope }: { url: ClassesUrl; scope: ClassesUrl["scope"] }) {
  const t = useTranslations("users");
  const { active, archived } = useCounts(url);
  return <>{t("figure", { count: { active, archived, all: active + archived }[scope] })}</>;
}
