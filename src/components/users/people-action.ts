import { type Role, rolesThatMayBeGivenBy } from "@/domain/roles";
import type { UserResult } from "@/domain/user";
import type { Subject, Viewer } from "./types";

/** What can be done to people of the list. */
export type PeopleAction =
  | { kind: "role"; role: Role }
  | { kind: "suspend" }
  | { kind: "reactivate" }
  | { kind: "remove" };

/** What became of an action, and what is needed to take it back. */
export interface Outcome {
  action: PeopleAction;
  /** As they were before. */
  people: readonly Subject[];
  results: readonly UserResult[];
}

/** The people to whom it was done, as they were before. */
export function doneTo({ people, results }: Outcome): Subject[] {
  const done = new Set(results.filter(({ ok }) => ok).map(({ id }) => id));
  return people.filter(({ id }) => done.has(id));
}

/** The people by their role, for a role each of them has to get back. */
export function byRole(people: readonly Subject[]): [Role, Subject[]][] {
  const groups = new Map<Role, Subject[]>();
  for (const person of people) groups.set(person.role, [...(groups.get(person.role) ?? []), person]);
  return [...groups];
}

/** Whether the viewer may do anything to this person; the server has the last word. */
export function mayChange(viewer: Viewer, person: Pick<Subject, "id" | "role">): boolean {
  return person.id !== viewer.userId && rolesThatMayBeGivenBy(viewer.role).includes(person.role);
}
