"use client";

import { useQueryStates } from "nuqs";
import { Suspense, useCallback, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { PageBody } from "@/components/ui/page-body";
import { useSelection } from "@/components/use-selection";
import { useStable } from "@/components/users/use-stable";
import type { Density } from "@/domain/preferences";
import type { Area } from "../class-url";
import { ClassesBulkBar } from "./classes-bulk-bar";
import { ClassesHead, ClassesViews } from "./classes-head";
import { ClassesList, ClassesListSkeleton } from "./classes-list";
import { ClassesToolbar } from "./classes-toolbar";
import { type ClassesUrl, classesParsers, filterOf } from "./classes-url";
import { ClassesFailed } from "./list-states";
import type { ClassRow } from "./types";

export interface ClassesScreenProps {
  area: Area;
  density: Density;
  /** May create, archive and restore classes. */
  manages: boolean;
  /** Has a place of their own in the school, where views can be kept. */
  keepsViews: boolean;
}

/** The classes within the viewer's reach: find them, open one, archive many. */
export function ClassesScreen({ area, density, manages, keepsViews }: ClassesScreenProps) {
  const [url, setUrl] = useQueryStates(classesParsers, { scroll: false });
  const wanted = useStable(url);
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const selection = useSelection<ClassRow>(JSON.stringify(filterOf(wanted)));
  const narrow = useCallback(
    (change: Partial<ClassesUrl>, how: { replace?: boolean } = {}) =>
      void setUrl({ ...change, after: null, trail: null }, { history: how.replace ? "replace" : "push" }),
    [setUrl],
  );
  return (
    <PageBody>
      <ClassesHead area={area} url={listed} manages={manages} />
      <ClassesViews area={area} url={wanted} listed={listed} keepsViews={keepsViews} />
      <ClassesToolbar url={wanted} density={density} everyCoach={manages} onNarrow={narrow} />
      <QueryBoundary
        resetKey={JSON.stringify(listed)}
        failed={(error, retry) => <ClassesFailed area={area} url={listed} error={error} retry={retry} />}
      >
        <Suspense fallback={<ClassesListSkeleton area={area} url={url} manages={manages} />}>
          <ClassesList
            area={area}
            url={listed}
            manages={manages}
            selection={selection}
            busy={listed !== wanted}
            onSort={(sort, dir) => narrow({ sort, dir })}
          />
        </Suspense>
      </QueryBoundary>
      {manages ? <ClassesBulkBar url={wanted} selection={selection} /> : null}
    </PageBody>
  );
}
