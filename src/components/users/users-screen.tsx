"use client";

import { Suspense, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { PageBody } from "@/components/ui/page-body";
import { useSelection } from "@/components/use-selection";
import type { Density } from "@/domain/preferences";
import { ListFailed } from "./list-states";
import { PeopleBulkBar } from "./people-bulk-bar";
import { PersonPanel } from "./person-panel";
import type { Subject, Viewer } from "./types";
import { useClock } from "./use-dates";
import { usePeopleActions } from "./use-people-actions";
import { useStable } from "./use-stable";
import { useUsersUrl } from "./use-users-url";
import { UsersHead, UsersTabs } from "./users-head";
import { UsersList, UsersListSkeleton } from "./users-list";
import { UsersToolbar } from "./users-toolbar";
import { filterOf } from "./users-url";

export interface UsersScreenProps {
  viewer: Viewer;
  density: Density;
  /** The time of the first paint. */
  start: Date;
}

/** The people of the school: find them, look at one, change one or many. */
export function UsersScreen({ viewer, density, start }: UsersScreenProps) {
  const now = useClock(start);
  const { url, narrow, open } = useUsersUrl();
  const wanted = useStable({ ...url, person: null });
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const key = JSON.stringify(listed);
  const selection = useSelection<Subject>(JSON.stringify(filterOf(wanted)));
  const actions = usePeopleActions(viewer, ({ action, people }) => {
    selection.clear();
    if (action.kind === "remove" && people.some(({ id }) => id === url.person)) open(null);
  });

  return (
    <PageBody
      panel={
        url.person === null ? null : (
          <PersonPanel
            id={url.person}
            listed={listed}
            viewer={viewer}
            now={now}
            actions={actions}
            onOpen={open}
          />
        )
      }
    >
      <UsersHead url={listed} />
      {actions.callout}
      <UsersTabs url={wanted} listed={listed} keepsViews={viewer.userId !== null} />
      <UsersToolbar url={wanted} density={density} onNarrow={narrow} />
      <QueryBoundary
        resetKey={key}
        failed={(error, retry) => <ListFailed url={listed} error={error} retry={retry} />}
      >
        <Suspense fallback={<UsersListSkeleton url={url} now={now} />}>
          <UsersList
            url={listed}
            now={now}
            current={url.person}
            selection={selection}
            busy={listed !== wanted}
            onOpen={open}
            onSort={(sort, dir) => narrow({ sort, dir })}
          />
        </Suspense>
      </QueryBoundary>
      <PeopleBulkBar url={wanted} selection={selection} actions={actions} />
      {actions.dialogs}
    </PageBody>
  );
}
