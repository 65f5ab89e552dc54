"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { ExportMenu } from "@/components/export-menu";
import { QueryBoundary } from "@/components/query-boundary";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import type { Role, UserStatus } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import type { UserCounts } from "./types";
import { exportHref, filterOf, USERS_PATH, type UsersUrl, usersHref, viewQuery } from "./users-url";

// Comes after the list itself: the tabs that are always there stand in for it.
const ListViews = lazy(() => import("@/components/views/list-views"));

/** Title, how many there are, export and invitation. */
export function UsersHead({ url }: { url: UsersUrl }) {
  const t = useTranslations("users");
  return (
    <PageHeader
      title={t("title")}
      description={
        <Quietly fallback={<Skeleton width="20rem" className="my-1.5" />}>
          <Seats url={url} />
        </Quietly>
      }
      actions={
        <>
          <ExportMenu hrefOf={(format) => exportHref(url, format)} />
          <ButtonLink variant="primary" href="/org-admin/invitations/new" data-shortcut="n" icon={<Send />}>
            {t("invite")}
          </ButtonLink>
        </>
      }
    />
  );
}

function Seats({ url }: { url: UsersUrl }) {
  const t = useTranslations("users");
  const trpc = useTRPC();
  const { data: counts } = useSuspenseQuery(trpc.user.counts.queryOptions(filterOf(url)));
  const { data: school } = useSuspenseQuery(trpc.organization.get.queryOptions());
  const { everyone, suspended } = counts;
  return <>{t("seats", { count: everyone - suspended, suspended, seats: school.maxUsers })}</>;
}

interface View {
  key: "everyone" | "staff" | "students" | "parents" | "suspended";
  roles: Role[];
  statuses: UserStatus[];
  count: (counts: UserCounts) => number;
}

const VIEWS: readonly View[] = [
  { key: "everyone", roles: [], statuses: [], count: ({ everyone }) => everyone },
  {
    key: "staff",
    roles: ["COACH", "ORG_ADMIN", "ADMIN"],
    statuses: [],
    count: ({ byRole }) => byRole.COACH + byRole.ORG_ADMIN + byRole.ADMIN,
  },
  { key: "students", roles: ["STUDENT"], statuses: [], count: ({ byRole }) => byRole.STUDENT },
  { key: "parents", roles: ["PARENT"], statuses: [], count: ({ byRole }) => byRole.PARENT },
  { key: "suspended", roles: [], statuses: ["suspended"], count: ({ suspended }) => suspended },
];

export interface UsersTabsProps {
  url: UsersUrl;
  listed: UsersUrl;
  /** The viewer has a place in the school where views can be kept. */
  keepsViews: boolean;
}

/** Quick views, each a filter of its own and current while exactly that is asked for; then those that were kept. */
export function UsersTabs({ url, listed, keepsViews }: UsersTabsProps) {
  const t = useTranslations("users");
  const builtIn: TabItem[] = VIEWS.map((view) => ({
    href: usersHref({ role: view.roles, status: view.statuses, sort: url.sort, dir: url.dir }),
    label: t(`views.${view.key}`),
    current:
      url.q.trim() === "" &&
      url.class === null &&
      sameSet(url.role, view.roles) &&
      sameSet(url.status, view.statuses),
    count: (
      <Quietly fallback={<span aria-hidden="true">…</span>}>
        <Count url={listed} of={view.count} />
      </Quietly>
    ),
  }));
  const tabs = <Tabs label={t("views.label")} items={builtIn} />;
  if (!keepsViews) return tabs;
  return (
    <QueryBoundary failed={() => tabs}>
      <Suspense fallback={tabs}>
        <ListViews screen="users" path={USERS_PATH} query={viewQuery(url)} builtIn={builtIn} />
      </Suspense>
    </QueryBoundary>
  );
}

function Count({ url, of }: { url: UsersUrl; of: View["count"] }) {
  const t = useTranslations("users");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.user.counts.queryOptions(filterOf(url)));
  return <>{t("figure", { count: of(data) })}</>;
}

function sameSet<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

/** A figure beside something that works without it: absent while it cannot be had. */
function Quietly({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  return (
    <QueryBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </QueryBoundary>
  );
}
