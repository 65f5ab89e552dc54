import { expect, test } from "vitest";
import { maskEmail } from "./email-change";
import { updateNoticesInput } from "./notification-schemas";
import { noticeKindsOf, wantsNotice } from "./notifications";
import { ROLES } from "./roles";

test("each role chooses from what can happen to it", () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, noticeKindsOf(role)]))).toEqual({
    STUDENT: ["classes", "membership"],
    PARENT: ["membership"],
    COACH: ["coaching", "membership", "invitations"],
    ORG_ADMIN: ["coaching", "membership", "invitations", "transfers"],
    ADMIN: ["coaching", "membership", "invitations", "transfers"],
  });
});

test("what was never chosen has its default", () => {
  expect(wantsNotice({}, "classes")).toBe(true);
  expect(wantsNotice({}, "invitations")).toBe(false);
  expect(wantsNotice({ classes: false, invitations: true }, "classes")).toBe(false);
  expect(wantsNotice({ classes: false, invitations: true }, "invitations")).toBe(true);
});

test("no kind can be chosen that is not there, such as one about security", () => {
  expect(updateNoticesInput.parse({ classes: false })).toEqual({ classes: false });
  expect(updateNoticesInput.safeParse({ security: false }).success).toBe(false);
  expect(updateNoticesInput.safeParse({ classes: "no" }).success).toBe(false);
});

test("a masked address is known to its owner alone", () => {
  expect(maskEmail("zoraida.avila@people.example")).toBe("z•••@people.example");
});
