"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { UserResult } from "@/domain/user";
import { useTRPC } from "@/trpc/client";
import { byRole, type Outcome, type PeopleAction } from "./people-action";
import type { PersonDetail, Subject, UserPage } from "./types";

/** Does things to people and takes them back; role and status show at once, and go back when the server says no. */
export function useChangePeople() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const setRole = useMutation(trpc.user.setRole.mutationOptions()).mutateAsync;
  const suspend = useMutation(trpc.user.suspend.mutationOptions()).mutateAsync;
  const reactivate = useMutation(trpc.user.reactivate.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.user.remove.mutationOptions()).mutateAsync;
  const restore = useMutation(trpc.user.restore.mutationOptions()).mutateAsync;

  function send(action: PeopleAction, ids: string[]): Promise<UserResult[]> {
    if (action.kind === "role") return setRole({ ids, role: action.role });
    return { suspend, reactivate, remove }[action.kind]({ ids });
  }

  /** Writes the change into what is on the screen; returns what takes it out again. */
  async function showAtOnce(action: PeopleAction, ids: ReadonlySet<string>): Promise<() => void> {
    const change = shownChange(action);
    if (!change) return () => undefined;
    const lists = trpc.user.list.queryFilter();
    const persons = trpc.user.get.queryFilter();
    await Promise.all([queries.cancelQueries(lists), queries.cancelQueries(persons)]);
    const before = [...queries.getQueriesData(lists), ...queries.getQueriesData(persons)];
    queries.setQueriesData<UserPage>(
      lists,
      (page) =>
        page && { ...page, rows: page.rows.map((row) => (ids.has(row.id) ? { ...row, ...change } : row)) },
    );
    queries.setQueriesData<PersonDetail>(persons, (person) =>
      person && ids.has(person.id) ? { ...person, ...change } : person,
    );
    return () => {
      for (const [key, data] of before) queries.setQueryData(key, data);
    };
  }

  async function refresh(): Promise<void> {
    await Promise.all([
      queries.invalidateQueries(trpc.user.pathFilter()),
      queries.invalidateQueries(trpc.class.pathFilter()),
    ]);
  }

  /** One result a person; throws when nothing was done at all. */
  async function change(action: PeopleAction, people: readonly Subject[]): Promise<UserResult[]> {
    const ids = people.map(({ id }) => id);
    const takeBack = await showAtOnce(action, new Set(ids));
    try {
      return await send(action, ids);
    } catch (error) {
      takeBack();
      throw error;
    } finally {
      void refresh();
    }
  }

  /** Brings these people back to what they were before; returns how many that is. */
  async function undo(action: Outcome["action"], people: readonly Subject[]): Promise<number> {
    const ids = people.map(({ id }) => id);
    try {
      if (action.kind === "remove") return (await restore({ ids })).restored;
      if (action.kind === "suspend") return countOf(await reactivate({ ids }));
      if (action.kind === "reactivate") return countOf(await suspend({ ids }));
      let count = 0;
      for (const [role, group] of byRole(people))
        count += countOf(await setRole({ ids: group.map(({ id }) => id), role }));
      return count;
    } finally {
      void refresh();
    }
  }

  return { change, undo };
}

function shownChange(action: PeopleAction): Partial<Pick<Subject, "role" | "status">> | undefined {
  if (action.kind === "role") return { role: action.role };
  if (action.kind === "suspend") return { status: "suspended" };
  return action.kind === "reactivate" ? { status: "active" } : undefined;
}

function countOf(results: readonly UserResult[]): number {
  return results.filter(({ ok }) => ok).length;
}
