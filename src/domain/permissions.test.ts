import { describe, expect, it } from "vitest";
import {
  can,
  canAny,
  classReach,
  invitationReach,
  PERMISSIONS,
  type Permission,
  ROLE_PERMISSIONS,
  studentReach,
} from "./permissions";
import { ROLES, type Role } from "./roles";

const ADMINS: Role[] = ["ORG_ADMIN", "ADMIN"];
const TABLE: [Permission, Role[]][] = [
  ["organization:read", [...ROLES]],
  ["organization:update", ADMINS],
  ["organization:hand-over", ADMINS],
  ["organization:leave", ADMINS],
  ["organization:create", ["ADMIN"]],
  ["organization:delete", ["ADMIN"]],
  ["user:list", ADMINS],
  ["user:read", ADMINS],
  ["user:update-role", ADMINS],
  ["user:suspend", ADMINS],
  ["user:remove", ADMINS],
  ["user:export", ADMINS],
  ["user:transfer", ["ADMIN"]],
  ["class:list", ["COACH", ...ADMINS]],
  ["class:manage", ADMINS],
  ["class:manage-own", ["COACH", ...ADMINS]],
  ["invitation:list", ["COACH", ...ADMINS]],
  ["invitation:create", ADMINS],
  ["invitation:create-own-class", ["COACH", ...ADMINS]],
  ["invitation:manage", ADMINS],
  ["invitation:manage-own-class", ["COACH", ...ADMINS]],
  ["statistics:read", ADMINS],
  ["audit:read", ADMINS],
  ["api-key:manage", ADMINS],
  ["academics:read", ["COACH", ...ADMINS]],
  ["academics:manage", ADMINS],
  ["student:read-self", ["STUDENT"]],
  ["student:read-children", ["PARENT"]],
  ["student:list-own-classes", ["COACH", ...ADMINS]],
  ["student:list", ADMINS],
  ["student:manage", ADMINS],
  ["student:import", ADMINS],
  ["student:export", ADMINS],
  ["student:transfer", ADMINS],
  ["student:merge", ADMINS],
  ["health:read-care", ["COACH", ...ADMINS]],
  ["health:manage", ADMINS],
  ["incident:manage-own-classes", ["COACH", ...ADMINS]],
  ["incident:manage", ADMINS],
  ["attendance:manage-own-classes", ["COACH", ...ADMINS]],
  ["attendance:manage", ADMINS],
  ["income:read", ADMINS],
  ["view:save", ["COACH", ...ADMINS]],
  ["platform:invite-school", ["ADMIN"]],
  ["platform:list-organizations", ["ADMIN"]],
  ["platform:update-organization", ["ADMIN"]],
  ["platform:enter-organization", ["ADMIN"]],
  ["platform:manage-users", ["ADMIN"]],
  ["platform:read-statistics", ["ADMIN"]],
  ["platform:read-audit", ["ADMIN"]],
  ["account:read", [...ROLES]],
  ["account:update", [...ROLES]],
  ["account:change-password", [...ROLES]],
  ["session:list", [...ROLES]],
  ["session:revoke", [...ROLES]],
];

describe("the table of permissions", () => {
  it("is tested whole", () => expect(TABLE.map(([name]) => name).sort()).toEqual([...PERMISSIONS].sort()));

  it.each(TABLE)("%s: %j", (permission, roles) => {
    for (const role of ROLES) {
      expect(can(role, permission), role).toBe(roles.includes(role));
      expect(ROLE_PERMISSIONS[role].includes(permission), role).toBe(roles.includes(role));
    }
  });

  it("names each as resource:verb", () => {
    for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$/);
  });

  it("knows how far each role reaches", () => {
    expect(ROLES.map(classReach)).toEqual(["none", "none", "own-classes", "organization", "organization"]);
    expect(ROLES.map(invitationReach)).toEqual([
      "none",
      "none",
      "own-classes",
      "organization",
      "organization",
    ]);
    expect(ROLES.map(studentReach)).toEqual([
      "self",
      "own-children",
      "own-classes",
      "organization",
      "organization",
    ]);
    expect(canAny("COACH", ["invitation:manage", "invitation:manage-own-class"])).toBe(true);
    expect(canAny("PARENT", ["invitation:manage", "invitation:manage-own-class"])).toBe(false);
  });
});
