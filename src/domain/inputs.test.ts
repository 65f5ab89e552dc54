import { describe, expect, it } from "vitest";
import {
  changePasswordInput,
  passwordProblem,
  resetPasswordInput,
  signInInput,
  signUpInput,
} from "./account";
import { classNameSchema, createClassInput } from "./class";
import { invitationListInput } from "./invitation";
import { createOrganizationInput, organizationSettingsSchema, updateOrganizationInput } from "./organization";
import { listUsersInput, personNameSchema, userIdsInput } from "./user";

const id = (n: number) => `01936d2e-7f5c-7000-8000-${String(n).padStart(12, "0")}`;
const token = "t".repeat(43);
type Result = { error?: { issues: { message: string; path: PropertyKey[] }[] } };
const problems = (result: Result) =>
  result.error?.issues.map(({ message, path }) => `${path.join(".")}: ${message}`);

describe("passwords", () => {
  it.each(["Admin123!", "OrgAdmin123!", "Coach123!", "Student123!", "Parent123!", "correcto caballo pila"])(
    "may be %s",
    (password) => expect(passwordProblem(password, "admin@test.com")).toBeUndefined(),
  );

  it.each([
    ["Short1!", "tooShort"],
    ["😀😀😀😀😀😀😀", "tooShort"],
    ["ab1".repeat(80), "tooLong"],
    ["Ana.Ruiz@School.example", "isEmail"],
    ["ana.ruiz", "isEmail"],
    ["PassWord123", "tooCommon"],
    ["Contraseña1", "tooCommon"],
    ["aaaaaaaabbb", "tooSimple"],
  ])("may not be %s: %s", (password, problem) => {
    expect(passwordProblem(password, "ana.ruiz@school.example")).toBe(problem);
  });

  it("are told at their field, and composed alike", () => {
    const person = { name: " Ana\u0000 Peña ", email: " ANA@x.example " };
    expect(signUpInput.parse({ ...person, password: "n\u0303andu\u0301-2026" })).toEqual({
      name: "Ana Peña",
      email: "ana@x.example",
      password: "ñandú-2026",
      locale: "en",
    });
    expect(problems(signUpInput.safeParse({ ...person, password: "ana@x.example" }))).toEqual([
      "password: password.isEmail",
    ]);
    expect(problems(resetPasswordInput.safeParse({ token, password: "short" }))).toEqual([
      "password: password.tooShort",
    ]);
    expect(
      problems(changePasswordInput.safeParse({ currentPassword: "Admin123!", newPassword: "Admin123!" })),
    ).toEqual(["newPassword: password.unchanged"]);
  });

  it("that are only compared follow no rules", () => {
    expect(signInInput.parse({ email: "a@x.example", password: "x" }).password).toBe("x");
  });
});

describe("settings of a school", () => {
  it("have defaults", () => {
    expect(organizationSettingsSchema.parse({})).toEqual({
      branding: { primaryColor: "#0c6170", motto: "" },
      defaults: { locale: "en", timeZone: "America/Caracas", weekStart: "monday", invitationDays: 14 },
    });
    expect(
      organizationSettingsSchema.parse({ branding: { primaryColor: "#8C2F39" } }).branding.primaryColor,
    ).toBe("#8c2f39");
  });

  it.each([
    [{ branding: { primaryColor: "red;background:url(//x)" } }, "branding.primaryColor: organization.color"],
    [{ defaults: { timeZone: "Mars/Olympus" } }, "defaults.timeZone: organization.timeZone"],
    [{ defaults: { invitationDays: 61 } }, "defaults.invitationDays: invitation.days"],
  ])("refuse %j", (settings, problem) =>
    expect(problems(organizationSettingsSchema.safeParse(settings))).toEqual([problem]),
  );

  it("leave plan and status to the platform", () => {
    expect(updateOrganizationInput.parse({ name: "A", plan: "PRO", status: "active" })).toEqual({
      name: "A",
    });
    expect(createOrganizationInput.parse({ name: "A", slug: "Los-Samanes" })).toMatchObject({
      slug: "los-samanes",
      plan: "COMMUNITY",
    });
  });
});

describe("lists and bulk", () => {
  it("have defaults and bounds", () => {
    expect(listUsersInput.parse({})).toEqual({
      search: "",
      roles: [],
      statuses: [],
      sort: "name",
      direction: "asc",
      limit: 50,
    });
    expect(listUsersInput.safeParse({ limit: 101 }).success).toBe(false);
    expect(listUsersInput.safeParse({ roles: ["WIZARD"] }).success).toBe(false);
  });

  it("count an id once", () => {
    expect(userIdsInput.parse({ ids: [id(1), id(1), id(2)] }).ids).toEqual([id(1), id(2)]);
    const many = Array.from({ length: 501 }, (_, n) => id(n));
    expect(problems(userIdsInput.safeParse({ ids: many }))).toEqual(["ids: bulk.tooMany"]);
    expect(problems(userIdsInput.safeParse({ ids: [] }))).toEqual(["ids: bulk.none"]);
  });

  it("tidy names", () => {
    expect(personNameSchema.parse(" Ana \n Peña ")).toBe("Ana Peña");
    expect(problems(personNameSchema.safeParse(" \u0000 "))).toEqual([": user.nameEmpty"]);
    expect(classNameSchema.parse("Physics  9A")).toBe("Physics 9A");
    expect(problems(createClassInput.safeParse({ name: "Maths", capacity: 0 }))).toEqual([
      "capacity: class.capacity",
    ]);
  });
});

describe("invitations", () => {
  it("hold for 14 days unless said", () => {
    expect(invitationListInput.parse({ text: "a@x.example" }).expiresInDays).toBe(14);
    expect(problems(invitationListInput.safeParse({ text: "a@x.example", expiresInDays: 0 }))).toEqual([
      "expiresInDays: invitation.days",
    ]);
  });

  it("come in lists of at most 200 kB", () => {
    expect(problems(invitationListInput.safeParse({ text: "  \n" }))).toEqual(["text: invitation.listEmpty"]);
    expect(problems(invitationListInput.safeParse({ text: "ñ".repeat(150_000) }))).toEqual([
      "text: invitation.listTooLarge",
    ]);
  });
});
