"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { MergeLink } from "@/components/record-merge/merge-link";
import { CrumbName } from "@/components/shell/crumb-name";
import { RecordCopyLink } from "@/components/student-exports/record-copy-link";
import { TransferLink } from "@/components/student-transfers/transfer-link";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useClock } from "@/components/users/use-dates";
import { can, canAny } from "@/domain/permissions";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { type StudentArea, studentParsers, TAB_READERS } from "../student-url";
import { useStudentActions } from "../use-student-actions";
import ClosedCallout from "./closed-callout";
import { RecordActions } from "./record-actions";
import { StudentHead } from "./student-head";
import { StudentTabs } from "./student-tabs";
import { TAB_PARTS } from "./tab-parts";
import type { StudentViewer } from "./tab-props";

export interface StudentPageProps {
  id: string;
  area: StudentArea;
  viewer: StudentViewer;
  /** The time of the first paint. */
  start: Date;
  /** Stands below the record. */
  children?: ReactNode;
}

/** One student's record: who it is, and its parts as tabs. */
export function StudentPage({ id, area, viewer, start, children }: StudentPageProps) {
  const t = useTranslations("students");
  const now = useClock(start);
  const trpc = useTRPC();
  const { data: student } = useSuspenseQuery(trpc.student.get.queryOptions({ id }));
  const [url] = useQueryStates(studentParsers);
  // An address with a part that is not the viewer's shows the first one, which is everybody's.
  const tab = canAny(viewer.role, TAB_READERS[url.tab]) ? url.tab : "profile";
  const Part = TAB_PARTS[tab];
  const actions = useStudentActions();
  const isOpen = student.mergedIntoId === null && student.lockedAt === null;
  return (
    <PageBody>
      <CrumbName name={fullName(student)} />
      <StudentHead
        student={student}
        changesPhoto={area === "/org-admin" && student.rights.edit}
        actions={
          <>
            {takesCopy(area, viewer) ? <RecordCopyLink area={area} id={id} /> : null}
            {area === "/org-admin" && can(viewer.role, "student:transfer") && isOpen ? (
              <TransferLink studentId={id} />
            ) : null}
            {area === "/org-admin" && can(viewer.role, "student:merge") && isOpen ? (
              <MergeLink to={{ kind: "student", keep: id }} />
            ) : null}
            {area === "/org-admin" && student.rights.edit ? (
              <RecordActions student={student} actions={actions} />
            ) : null}
          </>
        }
      />
      <ClosedCallout student={student} area={area} />
      <StudentTabs id={id} area={area} role={viewer.role} current={tab} />
      <section aria-label={t(`tabs.${tab}`)} className="min-w-0">
        <QueryBoundary resetKey={tab} failed={(error, retry) => <TabFailed error={error} retry={retry} />}>
          <Suspense key={tab} fallback={<SkeletonBlock label={t("loading")} lines={6} />}>
            <Part student={student} area={area} viewer={viewer} now={now} />
          </Suspense>
        </QueryBoundary>
      </section>
      {children}
      {actions.dialogs}
    </PageBody>
  );
}

/** The school's own record of any student, a family's of its child. */
function takesCopy(area: StudentArea, { role }: StudentViewer): boolean {
  if (area === "/parent") return can(role, "student:read-children");
  return area === "/org-admin" && can(role, "student:export");
}
