import type { APIRequestContext, Page } from "@playwright/test";
import { pdf } from "../tests/support/papers";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { ADMIN, mutate, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// The parts of a record that an administrator keeps, each on a record of its own.

let admin: APIRequestContext;

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL });
  await signInByApi(admin, ADMIN);
});
test.afterAll(() => admin.dispose());

const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });
const dialog = (page: Page) => page.getByRole("dialog");

/** A record that no other test looks at, opened at one of its parts. */
async function openRecord(page: Page, tab: string): Promise<string> {
  const { id } = await mutate<{ id: string }>(admin, "student.create", {
    ...{ firstNames: "Nahia", lastNames: `Expediente ${crypto.randomUUID().slice(0, 8)}` },
    ...{ gender: "female", birthDate: "2015-03-12" },
  });
  await enterAs(page, ADMIN);
  await page.goto(`/org-admin/students/${id}?tab=${tab}`);
  return id;
}

async function choose(page: Page, menu: string | RegExp, item: string) {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a school year is added, mended, taken out and brought back", async ({ page }) => {
  await openRecord(page, "academic");
  await expect(page.getByRole("heading", { name: "No school years yet" })).toBeVisible();
  await page.getByRole("button", { name: "Add a year" }).click();
  await dialog(page).getByRole("button", { name: "Add year" }).click();
  await expect(dialog(page).getByText("Write the school year as 2025-2026.")).toBeVisible();
  await dialog(page).getByLabel("School year").fill("2023 / 2024");
  await dialog(page).getByLabel("Grade").fill("2do Grado");
  await dialog(page).getByLabel("Average").fill("18,5");
  await dialog(page).getByLabel("Letter").selectOption("A");
  await dialog(page).getByRole("button", { name: "Add year" }).click();
  await expect(dialog(page).getByText("A year has an average or a letter, not both.")).toBeVisible();
  await expectNoSeriousFinding(page, "the form of a year");
  await dialog(page).getByLabel("Letter").selectOption("");
  await dialog(page).getByRole("button", { name: "Add year" }).click();
  const row = page.getByRole("row", { name: /2023-2024/ });
  await expect(row).toContainText("18.5");
  await choose(page, "Actions for 2023-2024", "Edit");
  await dialog(page).getByLabel("Section").fill("b");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("2do Grado, section b");
  await choose(page, "Actions for 2023-2024", "Take out");
  await expect(row).toBeHidden();
  await toast(page, "2023-2024 was taken out.").getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("2do Grado, section b");
  await expectGoodForAll(page, "the school years");
});

test("health is changed, two at once are shown both versions, and the history tells of the reading", async ({
  page,
}) => {
  const studentId = await openRecord(page, "health");
  await expect(page.getByText("Each time somebody opens this part, it is written in the log.")).toBeVisible();
  await page.getByRole("button", { name: "Edit health" }).click();
  await dialog(page).getByLabel("Allergies").fill("Maní");
  await dialog(page).getByLabel("Weight").fill("41,5");
  await mutate(admin, "health.update", { studentId, allergies: "Polen", conditions: "Asma" });
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page).getByText("Somebody changed this while you were writing.")).toBeVisible();
  await expectNoSeriousFinding(page, "two versions of health");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
  const part = page.getByRole("region", { name: "Health", exact: true });
  for (const words of ["Maní", "41.5 kg", "Asma"]) await expect(part.getByText(words)).toBeVisible();
  await page.getByRole("button", { name: "Add a vaccination" }).click();
  await dialog(page).getByLabel("Vaccine").fill("Fiebre amarilla");
  await dialog(page).getByRole("button", { name: "Add vaccination" }).click();
  const given = page.getByRole("row", { name: /Fiebre amarilla/ });
  await expect(given).toBeVisible();
  await choose(page, "Actions for Fiebre amarilla", "Take out");
  await expect(given).toBeHidden();
  await toast(page, "The vaccination was taken out.").getByRole("button", { name: "Undo" }).click();
  await expect(given).toBeVisible();
  await expectGoodForAll(page, "health");
  await page.getByRole("link", { name: "History" }).click();
  const told = page.getByRole("list", { name: "What was done" });
  await expect(told.getByText(/read the health record of/).first()).toBeVisible();
  await expect(told.getByText(/changed the health record of .*: weight, allergies/)).toBeVisible();
  await expect(told).not.toContainText("Maní");
  await expectGoodForAll(page, "the history");
});

test("a day is marked once, mended, taken back and marked again", async ({ page }) => {
  await openRecord(page, "attendance");
  await expect(page.getByRole("heading", { name: "No absences" })).toBeVisible();
  const mark = async (reason: string) => {
    await page.getByRole("button", { name: "Mark a day" }).click();
    await dialog(page).getByLabel("Reason").fill(reason);
    await dialog(page).getByRole("button", { name: "Mark day" }).click();
  };
  await mark("Fiebre");
  const rows = page.getByRole("row").filter({ hasText: "Fiebre" });
  await expect(rows).toContainText(["Absent"]);
  await mark("Otra cosa");
  await expect(dialog(page).getByText("This day is marked already. Change that mark instead.")).toBeVisible();
  await expectNoSeriousFinding(page, "the form of a day");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await choose(page, /^Actions for/, "Edit");
  await dialog(page).getByRole("radio", { name: "Excused" }).check();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(rows).toContainText(["Excused"]);
  await choose(page, /^Actions for/, "Remove the mark");
  await expect(page.getByRole("heading", { name: "No absences" })).toBeVisible();
  await toast(page, "The mark is removed.").getByRole("button", { name: "Undo" }).click();
  await expect(rows).toContainText(["Excused"]);
  await expectGoodForAll(page, "the attendance");
});

test("an incident is reported, mended, taken back and counts again", async ({ page }) => {
  await openRecord(page, "discipline");
  await expect(page.getByRole("heading", { name: "No incidents" })).toBeVisible();
  await page.getByRole("button", { name: "Report an incident" }).click();
  await dialog(page).getByRole("button", { name: "Report incident" }).click();
  await expect(dialog(page).getByText("Write what happened.")).toBeVisible();
  await dialog(page).getByLabel("Kind").selectOption("damage");
  await dialog(page).getByLabel("Severity").selectOption("serious");
  await dialog(page).getByLabel("What happened").fill("Rompió una ventana");
  await dialog(page).getByLabel("Who saw it").fill("La portera");
  await expectNoSeriousFinding(page, "the form of an incident");
  await dialog(page).getByRole("button", { name: "Report incident" }).click();
  const item = page.getByRole("listitem").filter({ hasText: "Rompió una ventana" });
  await expect(item).toContainText("reported by La portera");
  await choose(page, /Actions for Damage/, "Edit");
  await dialog(page).getByLabel("Action taken").fill("Ayudó a limpiar");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(item).toContainText("Ayudó a limpiar");
  await choose(page, /Actions for Damage/, "Take back");
  await expect(item).toContainText("Taken back");
  await toast(page, "The report was taken back.").getByRole("button", { name: "Undo" }).click();
  await expect(item).not.toContainText("Taken back");
  await expectGoodForAll(page, "discipline");
});

test("documents are dropped several at once, refused with a reason, taken out, removed and brought back", async ({
  page,
}) => {
  const studentId = await openRecord(page, "documents");
  await page.getByLabel("Kind of the next files").selectOption("grades");
  await expect(page.getByText("The family sees documents of this kind.")).toBeVisible();
  await page.getByLabel("Choose files").setInputFiles([
    { name: "Boletín 2º lapso.pdf", mimeType: "application/pdf", buffer: pdf() },
    { name: "dibujo.pdf", mimeType: "application/pdf", buffer: Buffer.from("<svg><script>1</script></svg>") },
  ]);
  const row = page.getByRole("row", { name: /Boletín 2º lapso\.pdf/ });
  await expect(row).toContainText("Grades");
  const refused = page.getByRole("list", { name: "Files under way" }).getByRole("listitem");
  await expect(refused).toContainText("This is an SVG drawing, which can carry programs.");
  await expectGoodForAll(page, "documents");
  await page.getByRole("button", { name: "Dismiss dibujo.pdf" }).click();
  await expect(refused).toBeHidden();

  const coming = page.waitForEvent("download");
  await row.getByRole("link", { name: "Boletín 2º lapso.pdf" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Boletín 2º lapso.pdf");

  await choose(page, /Actions for Boletín/, "Rename or change kind");
  await dialog(page).getByLabel("Name").fill("Notas");
  await dialog(page).getByLabel("Kind").selectOption("transfer");
  await expect(dialog(page).getByText("Only the school sees documents of this kind.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  const renamed = page.getByRole("row", { name: /Notas\.pdf/ });
  await expect(renamed).toContainText("Transfer");
  await choose(page, "Actions for Notas.pdf", "Remove");
  await expect(renamed).toBeHidden();
  // By the keyboard: what was just said stands before the foot of the page.
  await page.getByRole("button", { name: "Bring back Notas.pdf" }).press("Enter");
  await expect(renamed).toBeVisible();
  const { rows } = await query<{ rows: { action: string }[] }>(admin, "student.history", { id: studentId });
  expect(rows.map(({ action }) => action)).toContain("student.document_downloaded");
});

test("an upload that another page asks for, or nobody who may, is refused before it is read", async ({
  page,
  baseURL,
}) => {
  const studentId = await openRecord(page, "documents");
  const address = `/api/student-documents?studentId=${studentId}&kind=other&name=x`;
  const from = (origin: string) => ({ headers: { origin }, data: pdf() });
  expect((await page.request.post(address, from("https://elsewhere.example"))).status()).toBe(403);
  await enterAs(page, { email: "parent@test.com", password: "Parent123!" });
  expect((await page.request.post(address, from(baseURL ?? ""))).status()).toBe(403);
});
