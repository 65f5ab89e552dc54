import { expect, it } from "vitest";
import { invitableRoles } from "./invitable-roles";
import { DEFAULT_SETTINGS } from "./setting-list";

it("are the role's own, the school's usual one first", () => {
  expect(invitableRoles("ORG_ADMIN", DEFAULT_SETTINGS)).toEqual(["STUDENT", "PARENT", "COACH", "ORG_ADMIN"]);
  const coachFirst = { ...DEFAULT_SETTINGS, "invitations.defaultRole": "COACH" as const };
  expect(invitableRoles("ORG_ADMIN", coachFirst)).toEqual(["COACH", "STUDENT", "PARENT", "ORG_ADMIN"]);
  expect(invitableRoles("COACH", coachFirst)).toEqual(["STUDENT", "PARENT"]);
});

it("are for a coach those that the school lets coaches invite", () => {
  const parents = { ...DEFAULT_SETTINGS, "invitations.coachRoles": ["PARENT" as const] };
  expect(invitableRoles("COACH", parents)).toEqual(["PARENT"]);
  expect(invitableRoles("COACH", { ...DEFAULT_SETTINGS, "invitations.coachRoles": [] })).toEqual([]);
  expect(invitableRoles("ORG_ADMIN", parents)).toHaveLength(4);
  expect(invitableRoles("STUDENT", parents)).toEqual([]);
});
