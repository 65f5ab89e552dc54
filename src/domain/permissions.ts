import type { Role } from "./roles";

/**
 * Who may do what, for server and screen alike. A permission opens the door; rules about a single object
 * ("coach of this class") are finished by policies in the services, on rows read in the same transaction.
 */

/** What every signed-in person may do with their own account, and nobody with another's. */
const ACCOUNT = [
  "account:read",
  "account:update",
  "account:change-password",
  "session:list",
  "session:revoke",
] as const;

/** `organization:read` is the school one belongs to or has entered. */
const MEMBER = [...ACCOUNT, "organization:read"] as const;

/** The own record alone, where the school has linked it to the account. */
const STUDENT = [...MEMBER, "student:read-self"] as const;

/** The records of the children whom the school has linked to the account. */
const PARENT = [...MEMBER, "student:read-children"] as const;

/** `…-own` and, for a coach, `class:list` and `invitation:list`: narrowed by the services to the classes they lead. */
const COACH = [
  ...MEMBER,
  "view:save",
  "class:list",
  "class:manage-own",
  "invitation:list",
  "invitation:create-own-class",
  "invitation:manage-own-class",
  "academics:read",
  "student:list-own-classes",
  // Allergies and what to do in an emergency, of the students of their classes.
  "health:read-care",
  "incident:manage-own-classes",
  "attendance:manage-own-classes",
] as const;

const ORG_ADMIN = [
  ...COACH,
  "organization:update",
  "organization:hand-over",
  "organization:leave",
  "user:list",
  "user:read",
  "user:update-role",
  "user:suspend",
  "user:remove",
  "user:export",
  "class:manage",
  "invitation:create",
  "invitation:manage",
  "statistics:read",
  "audit:read",
  "api-key:manage",
  "academics:manage",
  "student:list",
  "student:manage",
  "student:import",
  "student:export",
  "student:transfer",
  "student:merge",
  "health:manage",
  "incident:manage",
  "attendance:manage",
  "income:read",
] as const;

/** Acts on the platform carry an explicit organization id; inside a school an ADMIN works as its admin does. */
const ADMIN = [
  ...ORG_ADMIN,
  "organization:create",
  "organization:delete",
  "user:transfer",
  "platform:list-organizations",
  "platform:update-organization",
  "platform:manage-users",
  "platform:invite-school",
  "platform:enter-organization",
  "platform:read-statistics",
  "platform:read-audit",
] as const;

export type Permission = (typeof ADMIN | typeof STUDENT | typeof PARENT)[number];

export const PERMISSIONS: readonly Permission[] = [...new Set([...ADMIN, ...STUDENT, ...PARENT])];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  STUDENT,
  PARENT,
  COACH,
  ORG_ADMIN,
  ADMIN,
};

const GRANTED: Record<Role, ReadonlySet<Permission>> = {
  STUDENT: new Set(STUDENT),
  PARENT: new Set(PARENT),
  COACH: new Set(COACH),
  ORG_ADMIN: new Set(ORG_ADMIN),
  ADMIN: new Set(ADMIN),
};

/** Whether the role has the permission. */
export function can(role: Role, permission: Permission): boolean {
  return GRANTED[role].has(permission);
}

/** Whether the role has at least one of the permissions, as where a wide and an `own` form lead to one verb. */
export function canAny(role: Role, permissions: readonly Permission[]): boolean {
  return permissions.some((permission) => can(role, permission));
}

/** How far a role's hand reaches among rows of a kind: the whole school, what hangs on the classes they lead, or nothing. */
export type Reach = "organization" | "own-classes" | "none";

/** Reach over classes; "own-classes" must be finished by a policy on the class's coaches. */
export function classReach(role: Role): Reach {
  if (can(role, "class:manage")) return "organization";
  return can(role, "class:manage-own") ? "own-classes" : "none";
}

/** Reach over students' records: those of the classes they lead, of the own children, or the own one. */
export type StudentReach = Reach | "own-children" | "self";

/** Reach over students' records; all but "organization" and "none" must be finished by a policy on the record's links. */
export function studentReach(role: Role): StudentReach {
  if (can(role, "student:list")) return "organization";
  if (can(role, "student:list-own-classes")) return "own-classes";
  if (can(role, "student:read-children")) return "own-children";
  return can(role, "student:read-self") ? "self" : "none";
}

/** Reach over invitations; "own-classes" must be finished by a policy on the coaches of the invitation's class. */
export function invitationReach(role: Role): Reach {
  if (can(role, "invitation:create")) return "organization";
  return can(role, "invitation:create-own-class") ? "own-classes" : "none";
}
