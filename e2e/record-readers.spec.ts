import type { APIRequestContext, Page } from "@playwright/test";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { addCast, addClass, type Cast, enterAs, namesIn } from "./fixtures/classes";
import { ADMIN, mutate, PASSWORD, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// What a coach, a family and a student see of a record.

test.describe.configure({ mode: "default" });

let admin: APIRequestContext;
let cast: Cast;
let [ownId, foreignId] = ["", ""];

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL });
  await signInByApi(admin, ADMIN);
  cast = await addCast(admin, { students: 0, coaches: ["Carla"] });
  const { years } = await queryOptions();
  const year = years.find(({ isCurrent }) => isCurrent) ?? years[0];
  const sectionId = year?.sections[0]?.id;
  const student = (more: object) =>
    mutate<{ id: string }>(admin, "student.create", {
      ...{ gender: "female", birthDate: "2014-05-06", lastNames: cast.tag, emergencyPhone: "0414-3757096" },
      ...more,
    });
  ownId = (await student({ firstNames: "Propia", sectionId })).id;
  foreignId = (await student({ firstNames: "Ajena" })).id;
  const leadId = cast.idOf(cast.coach("Carla").email);
  const classId = await addClass(admin, { name: `Sección ${cast.tag}`, leadId });
  await mutate(admin, "class.update", { id: classId, yearId: year?.id, sectionId });
  await mutate(admin, "health.update", {
    ...{ studentId: ownId, allergies: "Penicilina", conditions: "Asma" },
    emergencyNotes: "Inhalador en la mochila",
  });
});
test.afterAll(() => admin.dispose());

type Options = { years: { id: string; isCurrent: boolean; sections: { id: string }[] }[] };

async function queryOptions(): Promise<Options> {
  const found = await query<{
    years: { id: string; isCurrent: boolean }[];
    sections: { id: string; yearId: string }[];
  }>(admin, "student.options", undefined);
  return {
    years: found.years.map((year) => ({
      ...year,
      sections: found.sections.filter(({ yearId }) => yearId === year.id),
    })),
  };
}

const asCoach = (page: Page) => enterAs(page, { email: cast.coach("Carla").email, password: PASSWORD });

test("a coach finds a student of their class, what to look out for, and reports an incident", async ({
  page,
}) => {
  await asCoach(page);
  await page.goto("/coach/students");
  await page.getByRole("searchbox", { name: "Search students" }).fill(cast.tag);
  await page.waitForURL(/[?&]q=/);
  expect(await namesIn(page, 1)).toEqual([`${cast.tag}, Propia`]);
  await expect(page.locator("main [aria-busy]")).toHaveCount(0);
  await expectGoodForAll(page, "a coach's students");
  await page.getByRole("link", { name: `${cast.tag}, Propia` }).click();
  await expect(page.getByRole("heading", { name: `Propia ${cast.tag}` })).toBeVisible();
  await expect(page.getByText("Penicilina")).toBeVisible();
  await expect(page.getByText("Inhalador en la mochila")).toBeVisible();
  await expect(page.getByText("Asma")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /0414/ })).toHaveAttribute("href", /^tel:\+?58/);
  await expectGoodForAll(page, "a coach's student");
  await page.getByRole("link", { name: "Discipline" }).click();
  await page.getByRole("button", { name: "Report an incident" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Who saw it")).toHaveCount(0);
  await dialog.getByLabel("What happened").fill("Llegó tarde tres veces");
  await expectNoSeriousFinding(page, "a coach's report");
  await dialog.getByRole("button", { name: "Report incident" }).click();
  await expect(page.getByText("Llegó tarde tres veces")).toBeVisible();
  await page.goto(`/coach/students/${foreignId}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Ajena");
  await expect(page.getByText("Ajena")).toHaveCount(0);
});

test("a coach has the same on a phone, in Spanish", async ({ page, context, baseURL }) => {
  await asCoach(page);
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(`/coach/students/${ownId}`);
  await expect(page.getByRole("heading", { name: "Salud a tu cuidado" })).toBeVisible();
  await expect(page.getByText("Penicilina")).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
});

test("a family opens its child from the first page, reads health, and sees no discipline", async ({
  page,
}) => {
  await enterAs(page, { email: "parent@test.com", password: "Parent123!" });
  await page.goto("/parent");
  const children = page.getByRole("region", { name: "Your children" });
  await children.getByRole("link").first().click();
  await expect(page.getByRole("navigation", { name: "Parts of the record" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Discipline" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "History" })).toHaveCount(0);
  await page.getByRole("link", { name: "Health", exact: true }).click();
  await expect(page.getByText("This is what the school knows.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit health" })).toHaveCount(0);
  await expectGoodForAll(page, "a child's health");
  await page.getByRole("link", { name: "Attendance", exact: true }).click();
  await expect(page.getByRole("table", { name: "Days away or late" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark a day" })).toHaveCount(0);
  await expectGoodForAll(page, "a child's attendance");
  await page.getByRole("link", { name: "Documents", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No documents yet" })).toBeVisible();
  await page.goto(`/parent/children/${ownId}`);
  await expect(page.getByText("Propia")).toHaveCount(0);
});

test("a student reads the own record, and little of the own health", async ({ page }) => {
  await enterAs(page, { email: "alex@test.com", password: "Student123!" });
  await page.goto("/student/record");
  await expect(page.getByRole("navigation", { name: "Parts of the record" })).toBeVisible();
  for (const name of ["Family", "Discipline", "Documents", "History"])
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Health", exact: true }).click();
  await expect(page).toHaveURL(/\/student\/record\?tab=health/);
  await expect(page.getByText("If something is wrong or missing, tell the school.")).toBeVisible();
  await expect(page.getByText("Vaccinations")).toHaveCount(0);
  await expectGoodForAll(page, "the own record");
});
