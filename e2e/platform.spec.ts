import type { APIRequestContext, Page } from "@playwright/test";
import { expectGoodForAll } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { mutate, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS } from "./pages";

const newTag = () => `q${crypto.randomUUID().replace(/[^a-f]/g, "")}x`;

/** A school of its own, opened by the API; its plan tells it from the schools of the demo. */
async function open(request: APIRequestContext, name: string, slug: string): Promise<string> {
  const school = { name, slug, plan: "COMMUNITY" };
  return (await mutate<{ id: string }>(request, "platform.createOrganization", school)).id;
}

const act = async (page: Page, school: string, item: string) => {
  await page.getByRole("button", { name: `Actions for ${school}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("a school is opened, changed, suspended, deleted by its address, and brought back", async ({ page }) => {
  const tag = newTag();
  const name = `Colegio ${tag}`;
  await enterAs(page, ACCOUNTS.platform);
  await page.goto("/admin");
  await page.getByRole("button", { name: "New school" }).click();
  const form = page.getByRole("dialog", { name: "New school" });
  await form.getByLabel("Name").fill(name);
  await expect(form.getByLabel("Web address")).toHaveValue(`colegio-${tag}`);
  await form.getByLabel("Web address").fill("stemblock");
  await expect(form.getByText("Another school has stemblock.")).toBeVisible();
  await form.getByLabel("Web address").fill(tag);
  await form.getByRole("button", { name: "Create school" }).click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: "Add person" }).click();
  const add = page.getByRole("dialog", { name: `Add somebody to ${name}` });
  await add.getByLabel("Name").fill("Irene Rectora");
  await add.getByLabel("E-mail").fill(`${tag}@people.example`);
  await expect(add.getByLabel("Role")).toHaveValue("ORG_ADMIN");
  await add.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByRole("rowheader", { name: "Irene Rectora" })).toBeVisible();

  await page.getByRole("button", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: `Edit ${name}` });
  await edit.getByLabel("Seats").fill("40");
  await edit.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("meter", { name: "Seats" })).toHaveAttribute("aria-valuemax", "40");

  await act(page, name, "Suspend");
  const suspend = page.getByRole("alertdialog", { name: `Suspend ${name}?` });
  await suspend.getByLabel("Why").fill("Unpaid since March");
  await suspend.getByRole("button", { name: "Suspend school" }).click();
  await expect(page.getByText("This school is suspended.")).toBeVisible();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText("This school is suspended.")).toBeHidden();

  await page.goto(`/admin?q=${tag}`);
  await act(page, name, "Delete");
  const erase = page.getByRole("alertdialog", { name: `Delete ${name}?` });
  const confirm = erase.getByRole("button", { name: "Delete school" });
  await expect(confirm).toBeDisabled();
  await erase.getByRole("textbox").fill(tag);
  await confirm.click();
  await expect(page.getByText(`No school matches “${tag}”`)).toBeVisible();
  await page.goto(`/admin?q=${tag}&status=deleted`);
  await page.getByRole("link", { name }).click();
  await expect(page.getByText("This school is deleted.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toBeHidden();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("This school is deleted.")).toBeHidden();
  await page.getByRole("link", { name: "Activity" }).click();
  const log = page.getByRole("list", { name: "What was done in the school" });
  await expect(log).toContainText("suspended the school");
  await expect(log).toContainText("opened the school again");
});

test("somebody is moved to another school, once what that does has been read", async ({ page, request }) => {
  const tag = newTag();
  await signInByApi(request, ACCOUNTS.platform);
  const from = await open(request, `Liceo Viejo ${tag}`, `viejo-${tag}`);
  const to = await open(request, `Liceo Nuevo ${tag}`, `nuevo-${tag}`);
  const person = { organizationId: from, email: `${tag}@people.example`, name: `Zoraida ${tag}` };
  await mutate(request, "platform.addUser", { ...person, role: "COACH" });
  await enterAs(page, ACCOUNTS.platform);
  await page.goto(`/admin/schools/${from}?tab=people`);
  await expectGoodForAll(page, "the people of a school");
  await act(page, person.name, "Transfer to another school");

  await expect(page.getByRole("heading", { level: 1, name: `Transfer ${person.name}` })).toBeVisible();
  await page.getByRole("combobox", { name: "To which school" }).fill(`nuevo ${tag}`);
  await page.getByRole("option", { name: `Liceo Nuevo ${tag}` }).click();
  await expect(page.getByText(`Their role in Liceo Nuevo ${tag} is Coach.`)).toBeVisible();
  await page.getByRole("combobox", { name: "Role there" }).selectOption("ORG_ADMIN");
  await expect(page.getByText(`Their role in Liceo Nuevo ${tag} is School admin.`)).toBeVisible();
  await expectGoodForAll(page, "a transfer");
  await page.getByRole("button", { name: `Transfer to Liceo Nuevo ${tag}` }).click();
  await expect(page.getByText(`${person.name} belongs to Liceo Nuevo ${tag} now.`)).toBeVisible();
  await page.getByRole("link", { name: `Open Liceo Nuevo ${tag}` }).click();
  await expect(page).toHaveURL(new RegExp(to));
  await expect(page.getByRole("row", { name: new RegExp(person.name) })).toContainText("School admin");
});

test("the platform is seen in figures by its admins alone", async ({ page, browser, baseURL }) => {
  await enterAs(page, ACCOUNTS.platform);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Statistics" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Statistics" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Figures" })).toContainText("Schools");
  await page.getByText("Show as a table").first().click();
  await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(13);
  await page.goto("/admin");
  await page.getByRole("link", { name: "U.E. Andrés Bello" }).click();
  await expect(page.getByText(/were counted on/)).toBeVisible();
  await expectGoodForAll(page, "the page of a school");
  const school = new URL(page.url()).pathname;

  const theirs = await (await browser.newContext({ baseURL })).newPage();
  await enterAs(theirs, ACCOUNTS.admin);
  for (const path of [school, "/admin/statistics", `${school}/transfer/${school.split("/").at(-1)}`]) {
    await theirs.goto(path);
    await expect(theirs.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  const file = await theirs.request.get("/api/export/schools?format=csv");
  expect(file.status()).toBe(403);
  const own = await page.request.get("/api/export/schools?format=csv&plan=ENTERPRISE,PRO,COMMUNITY");
  expect(await own.text()).toContain("andres-bello");
  await theirs.context().close();
});
