"use client";

import { lazy, Suspense, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { PageBody } from "@/components/ui/page-body";
import { useSelection } from "@/components/use-selection";
import { useStable } from "@/components/users/use-stable";
import type { Density } from "@/domain/preferences";
import type { StudentListRow } from "../types";
import { useStudentActions } from "../use-student-actions";
import { ListFailed } from "./list-states";
import { StudentPanel } from "./student-panel";
import { StudentsHead, StudentsTabs } from "./students-head";
import { StudentsList, StudentsListSkeleton } from "./students-list";
import { StudentsToolbar } from "./students-toolbar";
import { filterOf } from "./students-url";
import { useStudentsUrl } from "./use-students-url";

// Needed once somebody is selected.
const StudentsBulkBar = lazy(() => import("./students-bulk-bar"));

export interface StudentsScreenProps {
  density: Density;
  /** The viewer may enter and change records. */
  manages: boolean;
  /** The viewer may take lists out. */
  exports: boolean;
  /** The viewer may take records in from a file. */
  imports: boolean;
  keepsViews: boolean;
}

/** The students of the school: find them, look at one, change one or many. */
export function StudentsScreen({ density, manages, exports, imports, keepsViews }: StudentsScreenProps) {
  const { url, narrow, open, showColumns } = useStudentsUrl();
  const wanted = useStable({ ...url, open: null });
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const key = JSON.stringify(listed);
  const selection = useSelection<StudentListRow>(JSON.stringify(filterOf(wanted)));
  const actions = useStudentActions(selection.clear);
  return (
    <PageBody
      panel={
        url.open === null ? null : (
          <StudentPanel id={url.open} listed={listed} manages={manages} actions={actions} onOpen={open} />
        )
      }
    >
      <StudentsHead url={listed} manages={manages} exports={exports} imports={imports} />
      <StudentsTabs url={wanted} listed={listed} keepsViews={keepsViews} />
      <StudentsToolbar url={wanted} density={density} onNarrow={narrow} onColumns={showColumns} />
      <QueryBoundary
        resetKey={key}
        failed={(error, retry) => <ListFailed url={listed} error={error} retry={retry} />}
      >
        <Suspense fallback={<StudentsListSkeleton url={url} manages={manages} />}>
          <StudentsList
            url={listed}
            current={url.open}
            manages={manages}
            imports={imports}
            selection={selection}
            busy={listed !== wanted}
            onOpen={open}
            onSort={(sort, dir) => narrow({ sort, dir })}
          />
        </Suspense>
      </QueryBoundary>
      {manages ? (
        <Suspense fallback={null}>
          <StudentsBulkBar url={wanted} selection={selection} actions={actions} />
        </Suspense>
      ) : null}
      {actions.dialogs}
    </PageBody>
  );
}
