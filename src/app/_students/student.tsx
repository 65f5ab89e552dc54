import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import type { ReactNode } from "react";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { StudentPage } from "@/components/students/student-page/student-page";
import { loadStudentUrl, type StudentTab, studentHref } from "@/components/students/student-url";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import { findStudent, type StudentRoute } from "./find-student";
import type { StudentsReach } from "./reach";

export interface StudentProps extends StudentRoute {
  reach: StudentsReach;
  searchParams: Promise<SearchParams>;
  /** Stands below the record. */
  children?: ReactNode;
}

/** The page of one student within the reach. */
export async function Student({ reach, params, searchParams, children }: StudentProps) {
  const [{ userId, role }, { id }, url] = await Promise.all([
    requirePermission(reach.permission),
    params,
    loadStudentUrl(searchParams),
  ]);
  if (isUuid(id)) PREFETCHED[url.tab]?.(id);
  const { mergedIntoId, lockedAt } = await findStudent(reach.permission, id);
  // A record that once went to another school and came back as a new one keeps what it was, and can be read.
  if (mergedIntoId !== null && lockedAt === null) redirect(studentHref(reach.area, mergedIntoId, url));
  return (
    <HydrateClient>
      <StudentPage id={id} area={reach.area} viewer={{ userId, role }} start={new Date()}>
        {children}
      </StudentPage>
    </HydrateClient>
  );
}

/** What the open part of the page reads beside the record; what is sensitive is read when it is seen, and not before. */
const PREFETCHED: Partial<Record<StudentTab, (id: string) => void>> = {
  family: (id) => prefetch(trpc.student.family.queryOptions({ id })),
  academic: (id) => prefetch(trpc.academicRecord.list.queryOptions({ studentId: id })),
  documents: (id) => prefetch(trpc.document.list.queryOptions({ studentId: id })),
  history: (id) => {
    prefetch(trpc.student.statuses.queryOptions({ id }));
    void getQueryClient().prefetchInfiniteQuery(trpc.student.history.infiniteQueryOptions({ id }, NEXT_PAGE));
  },
};
