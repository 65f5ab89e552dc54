"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import type { Sort } from "@/components/ui/table-types";
import { type Selected, tableSelection } from "@/components/use-selection";
import { listName, STUDENT_SORTS, type StudentSort } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import type { StudentListRow } from "../types";
import { NoStudentFound, NoStudentYet } from "./list-states";
import { useStudentColumns } from "./student-columns";
import {
  filterOf,
  isFiltered,
  nextPage,
  pageOf,
  previousPage,
  type StudentsUrl,
  studentsHref,
} from "./students-url";

export interface StudentsListProps {
  url: StudentsUrl;
  /** The student whose panel is open. */
  current: string | null;
  manages: boolean;
  imports: boolean;
  selection: Selected<StudentListRow>;
  /** Another page is on its way. */
  busy: boolean;
  onOpen: (id: string) => void;
  onSort: (sort: StudentSort, direction: StudentsUrl["dir"]) => void;
}

/** One page of students, or why there is none. */
export function StudentsList({
  url,
  current,
  manages,
  imports,
  selection,
  busy,
  onOpen,
  onSort,
}: StudentsListProps) {
  const t = useTranslations("students.list");
  const trpc = useTRPC();
  const [{ data: page }, { data: counts }] = useSuspenseQueries({
    queries: [trpc.student.list.queryOptions(pageOf(url)), trpc.student.counts.queryOptions(filterOf(url))],
  });
  const columns = useStudentColumns({ url: { ...url, open: current }, onOpen });
  const { rows, from, nextCursor } = page;
  if (counts.total === 0) return <NoStudentYet manages={manages} imports={imports} />;
  if (rows.length === 0) return <NoStudentFound url={url} filtered={isFiltered(url)} />;
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
        rowLabel={listName}
        sort={sortOf(url)}
        onSort={({ column, direction }) => {
          const sort = oneOf(STUDENT_SORTS, column);
          if (sort) onSort(sort, direction === "ascending" ? "asc" : "desc");
        }}
        selection={manages ? tableSelection(selection, rows) : undefined}
        currentKey={current}
        onOpen={(row) => onOpen(row.id)}
      />
      <KeysetPager
        from={from}
        to={to}
        total={Math.max(counts.matching, to)}
        previousHref={url.after ? studentsHref(previousPage(url)) : undefined}
        nextHref={nextCursor ? studentsHref(nextPage(url, nextCursor)) : undefined}
      />
    </div>
  );
}

/** The list that is not here yet, in its final shape. */
export function StudentsListSkeleton({ url, manages }: { url: StudentsUrl; manages: boolean }) {
  const t = useTranslations("students.list");
  const columns = useStudentColumns({ url, onOpen: () => undefined });
  return (
    <DataTable
      caption={t("loading")}
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      rowLabel={listName}
      sort={sortOf(url)}
      onSort={() => undefined}
      selection={manages ? { selected: new Set(), onChange: () => undefined } : undefined}
      skeletonRows={12}
    />
  );
}

function sortOf(url: StudentsUrl): Sort {
  return { column: url.sort, direction: url.dir === "asc" ? "ascending" : "descending" };
}
