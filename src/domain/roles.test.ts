import { describe, expect, it } from "vitest";
import { mayGiveRole, outranks, ROLES, rankOf, rolesThatMayBeGivenBy } from "./roles";

describe("roles that may be given", () => {
  it("are never above the giver's own", () => {
    for (const giver of ROLES)
      for (const role of rolesThatMayBeGivenBy(giver))
        expect(rankOf(role)).toBeLessThanOrEqual(rankOf(giver));
  });

  it.each([
    ["STUDENT", []],
    ["PARENT", []],
    ["COACH", ["STUDENT", "PARENT"]],
    ["ORG_ADMIN", ["STUDENT", "PARENT", "COACH", "ORG_ADMIN"]],
    ["ADMIN", ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"]],
  ] as const)("%s gives %j", (giver, roles) => {
    expect(rolesThatMayBeGivenBy(giver)).toEqual(roles);
    for (const role of ROLES)
      expect(mayGiveRole(giver, role)).toBe((roles as readonly string[]).includes(role));
  });

  it("ranks the platform's admin highest", () => {
    expect(outranks("ADMIN", "ORG_ADMIN")).toBe(true);
    expect(outranks("COACH", "COACH")).toBe(false);
  });
});
