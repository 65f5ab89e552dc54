import { describe, expect, it } from "vitest";
import { crumbsOf, placeAt } from "./crumbs";
import { HOME, placesOf } from "./navigation";

const ID = "01936d2e-7f5c-7000-8000-000000000000";
const say = (key: string) => key;
const way = (pathname: string, name?: string) =>
  crumbsOf(pathname, placesOf("ORG_ADMIN"), say, name).map(({ label, href }) =>
    href === undefined ? label : `${label} → ${href}`,
  );

describe("crumbsOf", () => {
  it.each([
    ["/org-admin", ["places.dashboard"]],
    ["/org-admin/users", ["places.users"]],
    [`/org-admin/users/${ID}`, ["places.users → /org-admin/users", "crumbs.person"]],
    [`/org-admin/classes/${ID}`, ["places.classes → /org-admin/classes", "crumbs.class"]],
    ["/org-admin/classes/new", ["places.classes → /org-admin/classes", "crumbs.newClass"]],
    ["/org-admin/invitations/new", ["places.invitations → /org-admin/invitations", "crumbs.newInvitation"]],
    [
      `/org-admin/invitations/sendings/${ID}`,
      ["places.invitations → /org-admin/invitations", "crumbs.sending"],
    ],
    ["/org-admin/students/import", ["places.students → /org-admin/students", "crumbs.import"]],
    [
      `/org-admin/students/imports/${ID}`,
      [
        "places.students → /org-admin/students",
        "crumbs.import → /org-admin/students/import",
        "crumbs.importFile",
      ],
    ],
    ["/org-admin/settings/branding", ["places.settings"]],
    ["/org-admin/nothing/here", []],
    ["/account", ["crumbs.account"]],
    ["/account/sessions", ["crumbs.account"]],
    ["/elsewhere", []],
  ])("says the way to %s", (pathname, expected) => expect(way(pathname)).toEqual(expected));

  it("ends in the record's own name, or leads to it from below", () => {
    expect(way(`/org-admin/classes/${ID}/enrol`, "Robotics")).toEqual([
      "places.classes → /org-admin/classes",
      `Robotics → /org-admin/classes/${ID}`,
      "crumbs.enrol",
    ]);
    expect(way(`/org-admin/classes/${ID}`, "Robotics")).toEqual([
      "places.classes → /org-admin/classes",
      "Robotics",
    ]);
  });
});

it("says the way to a school's page and from below it", () => {
  const of = (pathname: string) =>
    crumbsOf(pathname, placesOf("ADMIN"), say, "Liceo").map(({ label }) => label);
  expect(of(`/admin/schools/${ID}`)).toEqual(["places.schools", "Liceo"]);
  expect(of(`/admin/schools/${ID}/transfer/${ID}`)).toEqual(["places.schools", "Liceo", "crumbs.transfer"]);
  expect(of("/admin/statistics")).toEqual(["places.statistics"]);
});

describe("placeAt", () => {
  it.each([
    ["/admin", "schools"],
    [`/admin/schools/${ID}`, "schools"],
    ["/admin/statistics", "statistics"],
    ["/org-admin", "dashboard"],
    ["/org-admin/users", "users"],
    ["/account", undefined],
  ])("finds the place of %s", (pathname, key) => expect(placeAt(pathname, placesOf("ADMIN"))?.key).toBe(key));
});

describe("placesOf", () => {
  const hrefs = (role: Parameters<typeof placesOf>[0]) => placesOf(role).map(({ href }) => href);

  it("gives each role its own places, home first", () => {
    expect(hrefs("ORG_ADMIN")).toEqual([
      "/org-admin",
      "/org-admin/users",
      "/org-admin/students",
      "/org-admin/classes",
      "/org-admin/invitations",
      "/org-admin/academics",
      "/org-admin/audit",
      "/org-admin/settings",
    ]);
    const platform = ["/admin", "/admin/invitations", "/admin/statistics", "/admin/audit"];
    expect(hrefs("ADMIN")).toEqual([...platform, ...hrefs("ORG_ADMIN")]);
    expect(hrefs("COACH")).toEqual(["/coach", "/coach/classes", "/coach/students", "/coach/invitations"]);
    expect(hrefs("STUDENT")).toEqual(["/student", "/student/record"]);
    expect(hrefs("PARENT")).toEqual(["/parent"]);
  });

  it("begins where the role lands, and gives no letter twice", () => {
    for (const role of ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"] as const) {
      const places = placesOf(role);
      expect(places[0]?.href).toBe(HOME[role]);
      expect(new Set(places.map(({ letter }) => letter)).size).toBe(places.length);
    }
  });
});
