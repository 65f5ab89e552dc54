import type { Locator, Page } from "@playwright/test";
import { addSections, yearNamed } from "./fixtures/academics";
import { addCast, addClass, type Cast, enterAs, rows } from "./fixtures/classes";
import { livingAt } from "./fixtures/hosts";
import { addPeople, mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// One worker prepares the school that all these tests look at, and changes it in order.
test.describe.configure({ mode: "serial" });

const HOME = "/org-admin";
const PHONE = { width: 375, height: 812 };

let school: OwnSchool;
let cast: Cast;

test.use(livingAt(() => school?.url));

test.beforeAll(async ({ playwright, baseURL }) => {
  school = await openSchool(playwright.request, baseURL);
});
test.afterAll(() => school.close());

const waits = (page: Page) => page.getByRole("list", { name: "Needs you" }).getByRole("listitem");
const figure = (page: Page, label: string) =>
  page.getByRole("region", { name: "Figures" }).locator("div").filter({ hasText: label }).last();
const id = (first: string) => cast.idOf(cast.coach(first).email);
const parent = () => ({ name: "Pilar Paz", email: `pilar.${cast.tag}@people.example` });
const student = (number: number) => cast.idOf(cast.student(number).email);

/** Follows the way on that an item of the list offers. */
async function follow(page: Page, text: string | RegExp, action: string) {
  await page.goto(HOME);
  await waits(page).filter({ hasText: text }).getByRole("link", { name: action }).click();
}

test("a new school is led through its first steps, and each ticks itself", async ({ page }) => {
  await enterAs(page, school.admin);
  await page.goto("/");
  await expect(page).toHaveURL(HOME);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(school.admin.name);
  const steps = page.getByRole("region", { name: "Set up your school" });
  await expect(steps.getByText("0 of 6 done")).toBeVisible();
  await expect(page.getByRole("region", { name: "Figures" })).toBeHidden();
  await steps.getByRole("link", { name: "Invite coaches" }).click();
  await expect(page).toHaveURL("/org-admin/invitations/new");

  cast = await addCast(school.request, { students: 6, coaches: ["Lea", "Cora", "Saul"] });
  await page.goto(HOME);
  await expect(steps.getByText("2 of 6 done")).toBeVisible();
  await expect(steps.getByRole("listitem").filter({ hasText: "Bring in your students" })).toContainText(
    "done",
  );
  await steps.getByRole("link", { name: "New class" }).click();
  await expect(page).toHaveURL("/org-admin/classes/new");
  await mutate(school.request, "organization.update", {
    settings: { "branding.primaryColor": "#2f6b3a", "contact.phone": "+58 241 555 0100" },
  });
  const yearId = await yearNamed(school.request, "2026-2027", { isCurrent: true });
  await addSections(school.request, yearId, ["1er Grado"], ["A"]);
  await addClass(school.request, {
    name: "Full house",
    leadId: id("Lea"),
    capacity: 3,
    studentIds: [student(1), student(2), student(3)],
  });
  await page.goto(HOME);
  await expect(page.getByRole("heading", { name: "Full house" })).toBeHidden();
  await expect(page.getByText("Nothing waits for you.")).toBeVisible();
  await expect(steps).toBeHidden();
});

test("what waits stands first, and leads to where it is done", async ({ page }) => {
  const full = await query<{ rows: { id: string }[] }>(school.request, "class.list", {
    search: "full house",
  });
  await mutate(school.request, "class.update", { id: full.rows[0]?.id, capacity: 2 });
  await addClass(school.request, {
    name: "Crowded",
    leadId: id("Lea"),
    capacity: 2,
    studentIds: [student(1), student(2)],
  });
  const crowded = await query<{ rows: { id: string }[] }>(school.request, "class.list", {
    search: "crowded",
  });
  await mutate(school.request, "class.update", { id: crowded.rows[0]?.id, capacity: 1 });
  await addClass(school.request, {
    name: "Queue",
    leadId: id("Lea"),
    capacity: 1,
    studentIds: [student(1), student(2), student(3)],
  });
  await addClass(school.request, { name: "Of somebody suspended", leadId: id("Saul") });
  await mutate(school.request, "user.suspend", { ids: [id("Saul")] });
  await addClass(school.request, { name: "Orphan", leadId: id("Cora") });
  // With the school's own admin somebody takes over: only a visitor leaves a class without a lead.
  await school.visit((request) => mutate(request, "user.remove", { ids: [id("Cora")] }));
  await mutate(school.request, "invitation.send", {
    text: `soon.${cast.tag}@people.example,PARENT`,
    expiresInDays: 2,
  });
  await mutate(school.request, "invitation.send", { text: `nobody.${cast.tag}@people.example,PARENT` });
  await expect
    .poll(() =>
      query<{ rows: unknown[] }>(school.request, "invitation.list", { due: "undelivered" }).then(
        ({ rows: found }) => found.length,
      ),
    )
    .toBe(1);

  await enterAs(page, school.admin);
  await page.goto(HOME);
  await expect(waits(page)).toHaveText([
    /^1 class has no coach\. Orphan/,
    new RegExp(`^1 suspended person still leads a class. ${cast.coach("Saul").name}: Of somebody suspended`),
    /^2 classes are over their capacity\. Crowded \(2 of 1\), Full house \(3 of 2\)/,
    /^1 invitation expires within three days\. The first on /,
    /^1 invitation could not be delivered\./,
    /^2 students wait for a seat\. Queue/,
  ]);

  await follow(page, "has no coach", "Choose a coach");
  await expect(page.getByRole("heading", { level: 1, name: "Orphan" })).toBeVisible();
  await follow(page, "suspended person", "Open");
  await expect(page.getByRole("complementary", { name: cast.coach("Saul").name })).toBeVisible();
  await follow(page, "over their capacity", "Open");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: "Over capacity" })).toHaveCount(2);
  await follow(page, "expires within", "Resend it");
  await expect(page).toHaveURL(/due=expiring/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(`soon.${cast.tag}`);
  await follow(page, "could not be delivered", "Open");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(`nobody.${cast.tag}`);
  await follow(page, "wait for a seat", "Open");
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
});

test("figures, charts that can be read as tables, and what happened last", async ({ page }) => {
  await enterAs(page, school.admin);
  await page.goto(HOME);
  await expect(figure(page, "Students")).toContainText("6");
  await expect(figure(page, "Classes")).toContainText("5");
  await expect(figure(page, "Enrolments")).toContainText("6");
  await expect(figure(page, "Invitations out")).toContainText("2");
  await expect(figure(page, "Seats")).toContainText(/9\s*of 500/);
  await expect(page.getByRole("list", { name: "By role, today" }).getByRole("listitem")).toHaveText([
    /Students6/,
    /Parents0/,
    /Coaches2/,
    /Administrators1/,
  ]);

  const charts = ["People in the school", "Seats taken in classes", "Changes that people made"];
  for (const chart of charts) {
    const table = await openTable(page, `${chart}, day by day over 30 days`);
    await expect(table.getByRole("rowheader")).toHaveCount(30);
  }
  const people = page.getByRole("table", { name: /^People in the school/ });
  await expect(people.getByRole("columnheader")).toHaveText(["Day", "Everybody", "Students"]);
  await expect(people.getByRole("row").last().getByRole("cell")).toHaveText(["9", "6"]);
  await page.getByRole("radio", { name: "12 months" }).check();
  await expect(page).toHaveURL(`${HOME}?range=12m`);
  const months = await openTable(page, "People in the school, month by month over 12 months");
  await expect(months.getByRole("columnheader").first()).toHaveText("Month");
  await expect(months.getByRole("rowheader")).toHaveCount(12);
  await page.reload();
  await expect(page.getByRole("radio", { name: "12 months" })).toBeChecked();

  const recent = page.getByRole("region", { name: "Recent activity" });
  await expect(recent.getByRole("listitem")).toHaveCount(6);
  await expect(recent.getByRole("listitem").filter({ hasText: "Orphan" }).first()).toBeVisible();
  await recent.getByRole("link", { name: "Audit log" }).click();
  await expect(page).toHaveURL("/org-admin/audit");
});

/** Unfolds the table of a chart. */
async function openTable(page: Page, title: string): Promise<Locator> {
  const chart = page.getByRole("figure").filter({ has: page.getByRole("img", { name: title }) });
  await chart.getByText("Show as a table").click();
  const table = chart.getByRole("table", { name: title });
  await expect(table).toBeVisible();
  return table;
}

test("a coach's home has today, their classes, who is expected, and enrols in one step", async ({ page }) => {
  const tag = `e${cast.tag}`;
  await mutate(school.request, "invitation.send", {
    text: `name,email,role,class\nEva Espera,eva.${tag}@people.example,STUDENT,Queue`,
    expiresInDays: 2,
  });
  await enterAs(page, cast.coach("Lea"));
  await page.goto("/");
  await expect(page).toHaveURL("/coach");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(cast.coach("Lea").name);
  await expect(waits(page)).toHaveText([
    /^1 class is over its capacity\. Crowded \(2 of 1\)/,
    /^1 class is over its capacity\. Full house \(3 of 2\)/,
    /^2 students wait for a seat\. Queue/,
    /^1 invitation expires within three days\./,
  ]);
  const classes = page.getByRole("region", { name: "Your classes" }).getByRole("listitem");
  await expect(classes).toHaveText([/Crowded.*2 of 1 seats taken/, /Full house/, /Queue/]);
  await expect(page.getByRole("list", { name: "Invited, not here yet" }).getByRole("listitem")).toHaveText([
    /Eva Espera · Queue/,
  ]);
  await waits(page).filter({ hasText: "expires within" }).getByRole("link").click();
  await expect(page).toHaveURL(/\/coach\/invitations\?due=expiring/);
  await expect(rows(page)).toHaveCount(1);

  await page.goto("/coach");
  await page.getByRole("button", { name: "Enrol students" }).click();
  await page.getByRole("menuitem", { name: "Queue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add students to Queue" })).toBeVisible();
});

test("a student sees their classes, those they wait for, and the school", async ({ page }) => {
  await mutate(school.request, "organization.update", {
    settings: { "contact.phone": "+58 241 555 0100", "contact.email": "hola@liceo.example" },
  });
  await enterAs(page, cast.student(2));
  await page.goto("/");
  await expect(page).toHaveURL("/student");
  const list = (name: string) => page.getByRole("region", { name }).getByRole("listitem");
  await expect(list("Your classes")).toHaveText([/Crowded/, /Full house/]);
  await expect(list("Your classes").first()).toContainText(`With ${cast.coach("Lea").name}`);
  await expect(list("On the waiting list")).toHaveText([/Queue/]);
  await expect(page.getByRole("region", { name: "Your school" })).toContainText(school.name);
  await enterAs(page, cast.student(6));
  await page.reload();
  await expect(page.getByText("Your classes appear here once your coaches add you.")).toBeVisible();
});

test("a family sees the school, how to reach it, and how children come to be there", async ({ page }) => {
  await addPeople(school.request, `pilar.${cast.tag}`, [{ ...parent(), role: "PARENT" }]);
  await enterAs(page, parent());
  await page.goto("/");
  await expect(page).toHaveURL("/parent");
  await expect(page.getByRole("region", { name: "Your children" })).toContainText("links each child to you");
  const contact = page.getByRole("region", { name: "Your school" });
  await expect(contact.getByRole("link", { name: "+58 241 555 0100" })).toHaveAttribute(
    "href",
    "tel:+582415550100",
  );
  await expect(contact.getByRole("link", { name: "hola@liceo.example" })).toHaveAttribute(
    "href",
    "mailto:hola@liceo.example",
  );
});

test("each home fits a phone, in Spanish too", async ({ page, context, baseURL }) => {
  await page.setViewportSize(PHONE);
  const homes = [
    { account: school.admin, path: HOME, en: "Needs you", es: "Requiere su atención" },
    { account: cast.coach("Lea"), path: "/coach", en: "Needs you", es: "Requiere tu atención" },
    { account: cast.student(2), path: "/student", en: "Your classes", es: "Tus clases" },
    { account: parent(), path: "/parent", en: "Your school", es: "Tu colegio" },
  ];
  for (const { account, path, en, es } of homes) {
    await enterAs(page, account);
    for (const [locale, heading] of [
      ["en", en],
      ["es", es],
    ] as const) {
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading }), path).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      expect(await fitsWidth(page), path).toBe(true);
    }
  }
});

test("the dashboard is the admin's alone, and each home is its role's", async ({ page }) => {
  const closed = [
    { account: cast.coach("Lea"), paths: [HOME, `${HOME}?range=12m`] },
    { account: cast.student(1), paths: [HOME, "/coach"] },
    { account: parent(), paths: [HOME, "/coach"] },
  ];
  for (const { account, paths } of closed) {
    await enterAs(page, account);
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    }
  }
});
