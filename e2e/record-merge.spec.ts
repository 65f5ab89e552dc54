import type { APIRequestContext, Page } from "@playwright/test";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { ADMIN, mutate, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// Two records of one person become one, and two again. Each test has records of its own.

let admin: APIRequestContext;

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL });
  await signInByApi(admin, ADMIN);
});
test.afterAll(() => admin.dispose());

const toast = (page: Page, text: string) => page.getByRole("alertdialog").filter({ hasText: text });
const surname = () => `Duplicado ${crypto.randomUUID().slice(0, 8)}`;

async function enterStudent(given: object): Promise<string> {
  const { id } = await mutate<{ id: string }>(admin, "student.create", {
    ...{ firstNames: "Nahia", gender: "female", birthDate: "2015-03-12", ...given },
  });
  return id;
}

/** A student with a guardian of their own. */
async function enterChild(lastNames: string, guardian: object) {
  const studentId = await enterStudent({ lastNames });
  const { guardianId } = await mutate<{ guardianId: string }>(admin, "guardian.add", {
    ...{ studentId, type: "primary", relationship: "mother" },
    person: { firstNames: "Iris", lastNames, ...guardian },
  });
  return { studentId, guardianId };
}

test("two records of a student are found, compared, merged and taken apart again", async ({ page }) => {
  const lastNames = surname();
  const kept = await enterStudent({ lastNames, address: "Calle 1", homePhone: "0212-1112233" });
  const merged = await enterStudent({
    lastNames: lastNames.toUpperCase(),
    address: "Calle 2",
    email: "n@canary.example",
  });
  await mutate(admin, "health.update", { studentId: merged, allergies: "Maní" });
  await enterAs(page, ADMIN);
  await page.goto("/org-admin/students");
  await page.getByRole("link", { name: "Find duplicates" }).click();
  const name = `Nahia ${lastNames}`;
  const pair = page.getByRole("listitem").filter({ hasText: name });
  await expect(pair.first()).toContainText("Same name and birth date");
  await expectGoodForAll(page, "likely duplicates");
  await page.getByRole("link", { name: new RegExp(`Compare ${name}`, "i") }).click();
  const address = page.getByRole("radiogroup", { name: "Address" });
  await expect(address.getByRole("radio", { name: /Calle 1/ })).toBeChecked();
  // Where the record that stays has nothing, the other's value is taken.
  await expect(
    page.getByRole("radiogroup", { name: "E-mail" }).getByRole("radio", { name: /n@canary/ }),
  ).toBeChecked();
  await address.getByRole("radio", { name: /Calle 1/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(address.getByRole("radio", { name: /Calle 2/ })).toBeChecked();
  const allergies = page.getByRole("radiogroup", { name: "Allergies" });
  await expect(allergies).toContainText("Hidden");
  await expect(page.getByText("Maní")).toBeHidden();
  await page.getByRole("button", { name: "Show health data" }).click();
  await expect(allergies).toContainText("Maní");
  await expectGoodForAll(page, "two records side by side");
  await page.getByRole("button", { name: "Merge the two records" }).click();
  const notice = page.getByRole("status").filter({ hasText: "are one record now" });
  await expect(notice).toBeVisible();
  expect(await query(admin, "student.get", { id: kept })).toMatchObject({
    ...{ address: "Calle 2", email: "n@canary.example", homePhone: "+582121112233" },
  });
  await notice.getByRole("link", { name: "Open the record" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(lastNames);
  // The other's own address leads to the same record.
  await page.goto(`/org-admin/students/${merged}`);
  await expect(page).toHaveURL(new RegExp(kept));
  await page.goto("/org-admin/students/merge");
  const past = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Take back/ }) });
  await past.filter({ hasText: lastNames }).getByRole("button").click();
  await expect(toast(page, "Both records are as they were.")).toBeVisible();
  expect(await query(admin, "student.get", { id: kept })).toMatchObject({ address: "Calle 1", email: "" });
  expect(await query(admin, "student.get", { id: merged })).toMatchObject({
    address: "Calle 2",
    mergedIntoId: null,
  });
});

test("two records of a guardian are chosen by search from the family's page, and undone at once", async ({
  page,
}) => {
  const lastNames = surname();
  const one = await enterChild(lastNames, { mobilePhone: "0414-1112233" });
  const other = await enterChild(lastNames, {
    firstNames: "Iris María",
    email: `${crypto.randomUUID()}@canary.example`,
  });
  await enterAs(page, ADMIN);
  await page.goto(`/org-admin/families/${one.guardianId}`);
  await page.getByRole("link", { name: "Merge with…" }).click();
  const field = page.getByRole("combobox", { name: "Record that goes into it" });
  await field.fill(`Iris María ${lastNames}`);
  await page.getByRole("option", { name: /Iris María/ }).click();
  await expect(page.getByText("1 child")).toBeVisible();
  await expectNoSeriousFinding(page, "two guardians side by side");
  await page.getByRole("button", { name: "Merge the two records" }).click();
  const notice = page.getByRole("status").filter({ hasText: "are one record now" });
  await expect(notice).toBeVisible();
  const guardianOf = async (studentId: string) => {
    const family = await query<{ guardians: { id: string }[] }>(admin, "student.family", { id: studentId });
    return family.guardians.map(({ id }) => id);
  };
  expect(await guardianOf(other.studentId)).toEqual([one.guardianId]);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Both records are as they were.")).toBeVisible();
  await expect(notice).toBeHidden();
  expect(await guardianOf(other.studentId)).toEqual([other.guardianId]);
});

test("what cannot be merged says why, and somebody too many can be left behind", async ({ page }) => {
  const lastNames = surname();
  const one = await enterChild(lastNames, {});
  const other = await enterChild(lastNames, { firstNames: "Rosa" });
  for (const [type, firstNames] of [
    ["secondary", "Luis"],
    ["emergency", "Ana"],
  ] as const)
    await mutate(admin, "guardian.add", {
      ...{ studentId: one.studentId, type, relationship: "uncle", person: { firstNames, lastNames } },
    });
  await enterAs(page, ADMIN);
  await page.goto(`/org-admin/students/merge?keep=${one.studentId}&other=${other.studentId}`);
  const confirm = page.getByRole("button", { name: "Merge the two records" });
  await expect(page.getByText("Together they would have 4 guardians")).toBeVisible();
  await expect(confirm).toBeDisabled();
  await page.getByRole("checkbox", { name: /Rosa/ }).uncheck();
  await expect(confirm).toBeEnabled();
  // Changed behind the open page: looked at once more before anything is done.
  await mutate(admin, "student.update", { id: other.studentId, address: "Calle 9" });
  await confirm.click();
  await expect(page.getByText("Somebody has changed one of the two records meanwhile.")).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "Address" })).toContainText("Calle 9");
  await confirm.click();
  await expect(page.getByRole("status").filter({ hasText: "are one record now" })).toBeVisible();
  await page.goto(`/org-admin/students/merge?keep=${one.studentId}&other=${other.studentId}`);
  await expect(page.getByText("was merged into another record already.")).toBeVisible();
  await expect(confirm).toBeDisabled();
});
