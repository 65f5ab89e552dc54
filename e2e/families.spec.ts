import type { APIRequestContext, Page } from "@playwright/test";
import sharp from "sharp";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { acceptAsNew, linkIn, newEmail } from "./fixtures/invitations";
import { ADMIN, addPeople, mutate, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// How families come to see the school's records of them, and a student's face; each test on a record of its own.

let admin: APIRequestContext;

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL });
  await signInByApi(admin, ADMIN);
});
test.afterAll(() => admin.dispose());

const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });
const dialog = (page: Page) => page.getByRole("dialog");

/** A student with a mother whom the school can write to, and the family part of the record opened. */
async function openFamily(page: Page, tab = "family") {
  const word = `Familia ${crypto.randomUUID().slice(0, 8)}`;
  const email = newEmail();
  const { id } = await mutate<{ id: string }>(admin, "student.create", {
    ...{ firstNames: "Nahia", lastNames: word, gender: "female", birthDate: "2015-03-12" },
  });
  await mutate(admin, "guardian.add", {
    ...{ studentId: id, type: "primary", relationship: "mother" },
    person: { firstNames: "Iris", lastNames: word, email },
  });
  await enterAs(page, ADMIN);
  await page.goto(`/org-admin/students/${id}?tab=${tab}`);
  return { id, email, student: `Nahia ${word}`, mother: `Iris ${word}` };
}

test("a mother is invited from the record, accepts from the mail, and sees her child", async ({
  page,
  browser,
  nextMail,
}) => {
  const { email, student, mother } = await openFamily(page);
  await page.getByRole("button", { name: `Invite ${mother}` }).click();
  await expect(dialog(page).getByLabel("E-mail")).toHaveValue(email);
  await expectNoSeriousFinding(page, "the invitation from a record");
  await dialog(page).getByRole("button", { name: "Send invitation" }).click();
  const card = page.getByRole("region", { name: mother });
  await expect(card.getByText(/^Invited on /)).toContainText(email);
  await expect(card.getByRole("button", { name: "Resend" })).toBeVisible();
  await expectGoodForAll(page, "an invited guardian");

  const own = await (await browser.newContext()).newPage();
  await acceptAsNew(own, linkIn(await nextMail(email)), mother);
  await expect(own).toHaveURL("/parent");
  await own.getByRole("link", { name: student }).click();
  await expect(own.getByRole("heading", { level: 1, name: student })).toBeVisible();
  await own.context().close();

  await page.reload();
  await expect(card.getByRole("link", { name: mother }).last()).toBeVisible();
  await card.getByRole("button", { name: `Unlink the account of ${mother}` }).click();
  await expect(card.getByText("No account yet.")).toBeVisible();
  await toast(page, /is not linked/)
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(card.getByRole("button", { name: `Unlink the account of ${mother}` })).toBeVisible();
});

test("a member of the school is linked to a record, found by name", async ({ page }) => {
  const { student } = await openFamily(page, "profile");
  const tag = `q${crypto.randomUUID().replace(/[^a-f]/g, "")}x`;
  const pupil = { name: `Pupil ${tag}`, email: `pupil.${tag}@people.example`, role: "STUDENT" as const };
  await addPeople(admin, tag, [pupil]);
  await page.getByRole("button", { name: `Link an account to ${student}` }).click();
  await dialog(page).getByRole("combobox", { name: "Member of the school" }).fill(tag);
  await page.getByRole("option", { name: pupil.name }).click();
  await expectNoSeriousFinding(page, "the choice of an account");
  await dialog(page).getByRole("button", { name: "Link an account" }).click();
  await expect(page.getByRole("link", { name: pupil.name })).toBeVisible();
  await enterAs(page, pupil);
  await page.goto("/student/record");
  await expect(page.getByRole("heading", { level: 1, name: student })).toBeVisible();
});

test("a photo is shown, whatever the file calls itself; what is none is refused; it comes back", async ({
  page,
}) => {
  const { id, student } = await openFamily(page, "profile");
  const face = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#c58f5c" } })
    .png()
    .toBuffer();
  const choose = (name: string, buffer: Buffer) =>
    page
      .getByLabel(`File with a photo of ${student}`)
      .setInputFiles({ name, mimeType: "image/jpeg", buffer });
  const shown = page.locator(`img[src^="/api/student-photos/${id}"]`);
  await choose("cara.exe", face);
  await expect(toast(page, "is shown now")).toBeVisible();
  await expect(shown).toHaveJSProperty("naturalWidth", 512);
  await choose("cara.jpg", Buffer.from("<svg><script>alert(1)</script></svg>"));
  await expect(toast(page, /SVG/i)).toBeVisible();
  await expectGoodForAll(page, "a student with a photo");
  await page.getByRole("button", { name: `Change the photo of ${student}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(shown).toHaveCount(0);
  await toast(page, "is removed").getByRole("button", { name: "Undo" }).click();
  await expect(shown).toHaveJSProperty("naturalWidth", 512);
});
