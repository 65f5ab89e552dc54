import { describe, expect, it } from "vitest";
import {
  changePasswordInput,
  passwordProblem,
  resetPasswordInput,
  signInInput,
  signUpInput,
} from "./account";
import { classNameSchema, createClassInput, enrollInput, moveInput, withdrawInput } from "./class";
import { invitationListInput } from "./invitation";
import { createOrganizationInput, updateOrganizationInput } from "./organization";
import { DEFAULT_SETTINGS } from "./setting-list";
import { readSettings, settingsChangeSchema } from "./settings";
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
  it("have defaults, also where what is stored fits no longer", () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      "branding.primaryColor": "#0c6170",
      "region.timeZone": "America/Caracas",
      "invitations.days": 14,
      "invitations.coachRoles": ["STUDENT", "PARENT"],
      "registration.isOpen": true,
    });
    expect(readSettings({ "branding.primaryColor": "#8C2F39", "region.weekStart": "friday" })).toEqual({
      ...DEFAULT_SETTINGS,
      "branding.primaryColor": "#8c2f39",
    });
  });

  it.each([
    [{ "branding.primaryColor": "red;background:url(//x)" }, "branding.primaryColor: settings.color"],
    [{ "region.timeZone": "Mars/Olympus" }, "region.timeZone: settings.timeZone"],
    [{ "invitations.days": 61 }, "invitations.days: invitation.days"],
    [{ "contact.email": "contacto@lossamanes" }, "contact.email: email.noDomainEnding"],
    [{ "students.importHold": 101 }, "students.importHold: settings.importHold"],
    [{ "students.importHold": 2.5 }, "students.importHold: settings.importHold"],
    [{ "students.importHold": Number.NaN }, "students.importHold: settings.importHold"],
    [{ "contact.website": "javascript:alert(1)" }, "contact.website: settings.website"],
    [{ "contact.phone": "call us" }, "contact.phone: settings.phone"],
    [{ "official.deaCode": "OD-0054/1105" }, "official.deaCode: settings.officialCode"],
    [{ "official.statisticalCode": "12A456" }, "official.statisticalCode: settings.officialFigures"],
    [{ "branding.shortName": "Unidad Educativa Los" }, "branding.shortName: settings.tooLong"],
  ])("refuse %j", (settings, problem) =>
    expect(problems(settingsChangeSchema.safeParse(settings))).toEqual([problem]),
  );

  it("take the ministry's codes as people write them", () => {
    const typed = { "official.deaCode": " od-0054.1105 ", "official.dependencyCode": "123 456 789" };
    expect(settingsChangeSchema.parse(typed)).toEqual({
      "official.deaCode": "OD00541105",
      "official.dependencyCode": "123456789",
    });
  });

  it("may be empty where nothing must be said", () => {
    const empty = { "contact.email": "  ", "contact.website": "", "contact.phone": "", "branding.motto": "" };
    expect(settingsChangeSchema.parse(empty)).toEqual({ ...empty, "contact.email": "" });
    const written = {
      "contact.email": " Contacto@Samanes.Example ",
      "contact.website": "https://samanes.example",
    };
    expect(settingsChangeSchema.parse(written)).toEqual({
      ...written,
      "contact.email": "contacto@samanes.example",
    });
  });

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
      "leadId: class.leadMissing",
    ]);
  });
});

describe("classes", () => {
  const given = { name: "Maths", leadId: id(1) };

  it("have a place, and a description without what nobody sees", () => {
    const text = "\u0000First line\r\nsecond\u0007 ";
    const place = { yearId: id(3), sectionId: null };
    expect(createClassInput.parse({ ...given, ...place, description: text })).toEqual({
      ...{ ...given, ...place },
      description: "First line\nsecond",
    });
    expect(
      problems(createClassInput.safeParse({ ...given, yearId: "2026-2027", description: "x".repeat(2_001) })),
    ).toEqual(["description: class.descriptionTooLong", "yearId: class.noYear"]);
  });

  it("take people who are picked, or a list", () => {
    expect(enrollInput.parse({ id: id(1), userIds: [id(2), id(2)] }).userIds).toEqual([id(2)]);
    expect(enrollInput.safeParse({ id: id(1), text: "a@x.example" }).success).toBe(true);
    expect(problems(enrollInput.safeParse({ id: id(1) }))).toEqual(["userIds: bulk.none"]);
    expect(problems(enrollInput.safeParse({ id: id(1), userIds: [id(2)], text: "x" }))).toEqual([
      "userIds: bulk.none",
    ]);
  });

  it("are left on a day that there was, and for another one", () => {
    const leave = (on: string) => withdrawInput.safeParse({ id: id(1), userIds: [id(2)], on });
    expect(leave("2026-01-30").success).toBe(true);
    for (const on of ["2026-02-30", "30/01/2026", ""]) expect(problems(leave(on))).toEqual(["on: class.day"]);
    expect(problems(leave("2999-01-01"))).toEqual(["on: class.dayAhead"]);
    const move = { fromId: id(1), toId: id(1), userIds: [id(2)], on: "2026-01-30" };
    expect(problems(moveInput.safeParse(move))).toEqual(["toId: class.sameClass"]);
  });
});

describe("invitations", () => {
  it("leave to the school how long they hold unless said", () => {
    expect(invitationListInput.parse({ text: "a@x.example" }).expiresInDays).toBeUndefined();
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
