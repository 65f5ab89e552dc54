"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import type { Sort } from "@/components/ui/table-types";
import { type Selected, tableSelection } from "@/components/use-selection";
import { CLASS_SORTS, type ClassSort } from "@/domain/class-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import { type Area, classHref } from "../class-url";
import { useClassColumns } from "./class-columns";
import { type ClassesUrl, classesHref, filterOf, isFiltered, pageOf } from "./classes-url";
import { NoClassFound, NoClassYet } from "./list-states";
import type { ClassRow } from "./types";

export interface ClassesListProps {
  area: Area;
  url: ClassesUrl;
  manages: boolean;
  selection: Selected<ClassRow>;
  /** Another page is on its way. */
  busy: boolean;
  onSort: (sort: ClassSort, direction: ClassesUrl["dir"]) => void;
}

/** One page of classes, or why there is none. */
export function ClassesList({ area, url, manages, selection, busy, onSort }: ClassesListProps) {
  const t = useTranslations("classes.list");
  const trpc = useTRPC();
  const router = useRouter();
  const [{ data: page }, { data: counts }] = useSuspenseQueries({
    queries: [trpc.class.list.queryOptions(pageOf(url)), trpc.class.counts.queryOptions(filterOf(url))],
  });
  const columns = useClassColumns(area);
  const { rows, from, nextCursor } = page;
  if (counts.active + counts.archived === 0) return <NoClassYet area={area} manages={manages} />;
  if (rows.length === 0) return <NoClassFound area={area} url={url} filtered={isFiltered(url)} />;
  const to = from + rows.length - 1;
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
          const sort = oneOf(CLASS_SORTS, column);
          if (sort) onSort(sort, direction === "ascending" ? "asc" : "desc");
        }}
        selection={manages ? tableSelection(selection, rows) : undefined}
        onOpen={(row) => router.push(classHref(area, row.id))}
      />
      <KeysetPager
        from={from}
        to={to}
        total={Math.max(counts.matching, to)}
        previousHref={url.after ? classesHref(area, { ...url, ...pageBefore(url) }) : undefined}
        nextHref={nextCursor ? classesHref(area, { ...url, ...pageAfter(url, nextCursor) }) : undefined}
      />
    </div>
  );
}

/** The list that is not here yet, in its final shape. */
export function ClassesListSkeleton(props: { area: Area; url: ClassesUrl; manages: boolean }) {
  const t = useTranslations("classes.list");
  const columns = useClassColumns(props.area);
  return (
    <DataTable
      caption={t("loading")}
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      sort={sortOf(props.url)}
      onSort={() => undefined}
      selection={props.manages ? { selected: new Set(), onChange: () => undefined } : undefined}
      skeletonRows={8}
    />
  );
}

function sortOf(url: ClassesUrl): Sort {
  return { column: url.sort, direction: url.dir === "asc" ? "ascending" : "descending" };
}
