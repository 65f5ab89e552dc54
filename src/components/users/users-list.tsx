"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import type { Sort } from "@/components/ui/table-types";
import { tableSelection } from "@/components/use-selection";
import { USER_SORTS, type UserSort } from "@/domain/user-list";
import { useTRPC } from "@/trpc/client";
import { NobodyFound, NobodyYet } from "./list-states";
import type { PeopleSelection } from "./types";
import { useUserColumns } from "./user-columns";
import { filterOf, isFiltered, nextPage, pageOf, previousPage, type UsersUrl, usersHref } from "./users-url";

export interface UsersListProps {
  url: UsersUrl;
  now: Date;
  /** The person whose panel is open. */
  current: string | null;
  selection: PeopleSelection;
  /** Another page is on its way. */
  busy: boolean;
  onOpen: (id: string) => void;
  onSort: (sort: UserSort, direction: UsersUrl["dir"]) => void;
}

/** One page of people, or why there is none. */
export function UsersList({ url, now, current, selection, busy, onOpen, onSort }: UsersListProps) {
  const t = useTranslations("users");
  const trpc = useTRPC();
  const [{ data: page }, { data: counts }] = useSuspenseQueries({
    queries: [trpc.user.list.queryOptions(pageOf(url)), trpc.user.counts.queryOptions(filterOf(url))],
  });
  const columns = useUserColumns({ url, now, panelOpen: current !== null, onOpen });
  const { rows, from, nextCursor } = page;
  if (rows.length === 0 && isFiltered(url)) return <NobodyFound url={url} />;
  if (counts.everyone <= 1 && !isFiltered(url)) return <NobodyYet />;
  return (
    <div
      aria-busy={busy || undefined}
      className={cx("flex flex-col gap-(--stack)", busy && "opacity-60 transition-opacity delay-150")}
    >
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        sort={sortOf(url)}
        onSort={({ column, direction }) => {
          const sort = USER_SORTS.find((name) => name === column);
          if (sort) onSort(sort, direction === "ascending" ? "asc" : "desc");
        }}
        selection={tableSelection(selection, rows)}
        currentKey={current}
        onOpen={(row) => onOpen(row.id)}
      />
      <KeysetPager
        from={rows.length === 0 ? undefined : from}
        to={rows.length === 0 ? undefined : from + rows.length - 1}
        total={Math.max(counts.matching, from + rows.length - 1)}
        previousHref={url.after ? usersHref(previousPage(url)) : undefined}
        nextHref={nextCursor ? usersHref(nextPage(url, nextCursor)) : undefined}
      />
    </div>
  );
}

/** The list that is not here yet, in its final shape. */
export function UsersListSkeleton({ url, now }: { url: UsersUrl; now: Date }) {
  const t = useTranslations("users");
  const columns = useUserColumns({ url, now, panelOpen: url.person !== null, onOpen: () => undefined });
  return (
    <DataTable
      caption={t("loading")}
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      sort={sortOf(url)}
      onSort={() => undefined}
      selection={{ selected: new Set(), onChange: () => undefined }}
      skeletonRows={12}
    />
  );
}

function sortOf(url: UsersUrl): Sort {
  return { column: url.sort, direction: url.dir === "asc" ? "ascending" : "descending" };
}
