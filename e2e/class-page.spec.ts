import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { yearNamed } from "./fixtures/academics";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { addCast, addClass, type Cast, enterAs, namesIn, rows } from "./fixtures/classes";
import { tabTo } from "./fixtures/keyboard";
import { ADMIN, mutate, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// One worker prepares the people that all these tests look at; each test has classes of its own.
test.describe.configure({ mode: "default" });

let admin: APIRequestContext;
let cast: Cast;
let leadId = "";

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL });
  await signInByApi(admin, ADMIN);
  cast = await addCast(admin, { students: 9, coaches: ["Lea", "Cora", "Fabio"] });
  leadId = cast.idOf(cast.coach("Lea").email);
});
test.afterAll(() => admin.dispose());

const named = (name: string) => `${name} ${cast.tag}`;
const idsOf = (...numbers: number[]) => numbers.map((number) => cast.idOf(cast.student(number).email));
const nameOf = (number: number) => cast.student(number).name;
const path = (id: string, rest = "", area = "/org-admin") => `${area}/classes/${id}${rest}`;
const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });

async function select(page: Page, ...numbers: number[]) {
  for (const number of numbers)
    await page.getByRole("checkbox", { name: `Select ${nameOf(number)}` }).check();
  await expect(page.getByText(`${numbers.length} selected`)).toBeVisible();
}

async function openMenu(page: Page, item: string) {
  await page.getByRole("main").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("picked students get the seats in order, the rest wait, and Undo takes them off", async ({ page }) => {
  const id = await addClass(admin, { name: named("Pick"), leadId, capacity: 2 });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await expect(page.getByRole("heading", { name: "The seats are still free" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Add students" }).first().click();
  await expect(page.getByText("2 seats are free.")).toBeVisible();
  const search = page.getByRole("combobox", { name: "Students of the school" });
  await expect(page.getByText("Type 2 letters or more")).toBeVisible();
  await search.fill(cast.tag);
  for (const number of [1, 2, 3]) await page.getByRole("option", { name: nameOf(number) }).click();
  await expect(page.getByText("2 get a seat, 1 waits.")).toBeVisible();
  await page.getByRole("button", { name: "Add 2 students, 1 will wait" }).click();
  await page.waitForURL(path(id));
  expect(await namesIn(page, 2)).toEqual([nameOf(1), nameOf(2)]);
  await expect(page.getByText("0 invited, 0 free. 1 waits.")).toBeVisible();
  await toast(page, "2 students are in the class now, 1 waits for a seat")
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(toast(page, "3 students were taken off again")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The seats are still free" })).toBeVisible();
});

test("a pasted list gets a verdict per line; what stays out comes first, to mend", async ({ page }) => {
  const id = await addClass(admin, { name: named("Paste"), leadId, studentIds: idsOf(1) });
  await enterAs(page, ADMIN);
  await page.goto(path(id, "/enrol"));
  await page.getByRole("radio", { name: "Paste or file" }).check();
  const lines = [cast.student(1).email, nameOf(2).toUpperCase(), "Nobody At All", cast.student(2).email];
  await page.getByLabel("Students, one per line").fill([...lines, leadEmail()].join("\n"));
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { name: "5 lines checked" })).toBeFocused();
  const verdicts = ["In the class already", "Gets a seat", "Not found", "Repeated", "Not a student"];
  for (const [index, verdict] of verdicts.entries())
    await expect(page.getByRole("row").nth(index + 1)).toContainText(verdict);
  await expect(page.getByText("1 gets a seat. 4 lines stay out.")).toBeVisible();

  // What was typed is there after a reload.
  await page.reload();
  await expect(page.getByLabel("Students, one per line")).toHaveValue(/Nobody At All/);
  await page.getByRole("button", { name: "Check the list" }).click();
  await page.getByRole("button", { name: "Add 1 student" }).click();
  await expect(page.getByRole("heading", { name: "What became of each line" })).toBeFocused();
  await expect(page.getByRole("row").nth(1)).toContainText("In the class already");
  await expect(page.getByRole("row").last()).toContainText("In the class");
  await expect(page.getByRole("row").last()).toContainText(nameOf(2));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lines-that-stay-out.csv");
  await page.getByRole("button", { name: "Mend these lines" }).click();
  await expect(page.getByLabel("Students, one per line")).toHaveValue(
    [lines[0], "Nobody At All", lines[3], leadEmail()].join("\n"),
  );
});

const leadEmail = () => cast.coach("Lea").email;

test("a file's rows become the lines of the list", async ({ page }) => {
  const id = await addClass(admin, { name: named("File"), leadId });
  await enterAs(page, ADMIN);
  await page.goto(path(id, "/enrol"));
  await page.getByRole("radio", { name: "Paste or file" }).check();
  await page.locator("input[type=file]").setInputFiles({
    name: "students.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${cast.student(4).email}\n${cast.student(5).email}\n`),
  });
  await expect(page.getByText("students.csv is in the list above")).toBeVisible();
  await page.getByRole("button", { name: "Check the list" }).click();
  await page.getByRole("button", { name: "Add 2 students" }).click();
  await page.waitForURL(path(id));
  expect(await namesIn(page, 2)).toEqual([nameOf(4), nameOf(5)]);
});

test("two students move to another class; who waits moves up, and Undo brings them back", async ({
  page,
}) => {
  const from = await addClass(admin, {
    name: named("Astronomy"),
    leadId,
    capacity: 3,
    studentIds: idsOf(1, 2, 3, 4),
  });
  const to = await addClass(admin, { name: named("Botany"), leadId, capacity: 1 });
  await enterAs(page, ADMIN);
  await page.goto(path(from));
  expect(await namesIn(page, 3)).toEqual([1, 2, 3].map(nameOf));
  await select(page, 1, 2);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Move 2 students out of ${named("Astronomy")}` });
  await dialog.getByRole("combobox", { name: "To the class" }).fill(named("botany"));
  await page.getByRole("option", { name: named("Botany") }).click();
  await expect(dialog.getByText("has 1 free seat: 1 gets a seat, 1 waits.")).toBeVisible();
  await expect(dialog.getByText("1 student of the waiting list moves up.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("New timetable");
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Move 2 students" }).click();
  const said = toast(
    page,
    `2 students are in ${named("Botany")} now, 1 on the waiting list; 1 moves up here`,
  );
  await expect(said).toBeVisible();
  expect(await namesIn(page, 2)).toEqual([3, 4].map(nameOf));

  await page.getByRole("link", { name: "Former students" }).click();
  await expect(rows(page).first()).toContainText(`Moved to ${named("Botany")}`);
  await expect(rows(page).first()).toContainText("New timetable");
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, /back|waits/)).toBeVisible();
  await page.getByRole("link", { name: "Roster" }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.goto(path(to));
  await expect(page.getByRole("heading", { name: "The seats are still free" })).toBeVisible();
});

test("a student is withdrawn with day and reason, stays on record, and comes back", async ({ page }) => {
  const id = await addClass(admin, { name: named("Chorus"), leadId, capacity: 2, studentIds: idsOf(1, 2) });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await select(page, 2);
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Withdraw ${nameOf(2)} from ${named("Chorus")}?` });
  await expect(dialog.getByRole("spinbutton", { name: /day/ }).first()).toBeVisible();
  await dialog.getByLabel("Reason").fill("Moved to another town");
  await dialog.getByLabel("Reason").press("Enter");
  const said = toast(page, `${nameOf(2)} is withdrawn`);
  await expect(said).toBeVisible();
  await expect(page.getByRole("region", { name: "Roster" })).toBeFocused();
  expect(await namesIn(page, 1)).toEqual([nameOf(1)]);
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "1 student is back")).toBeVisible();
  expect(await namesIn(page, 2)).toEqual([1, 2].map(nameOf));

  await mutate(admin, "class.withdraw", {
    id,
    userIds: idsOf(1),
    on: "2026-03-02",
    reason: "Moved to another town",
  });
  await page.goto(path(id, "?tab=former"));
  await expect(rows(page).first()).toContainText("Moved to another town");
  await expect(rows(page).first()).toContainText("2 Mar 2026");
});

test("find a student, and walk through a long roster's pages", async ({ page }) => {
  const id = await addClass(admin, { name: named("Search"), leadId, studentIds: idsOf(1, 2, 3) });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await page.getByRole("searchbox", { name: "Find a student" }).fill("pupil 02");
  await expect(page).toHaveURL(/q=pupil/);
  expect(await namesIn(page, 1)).toEqual([nameOf(2)]);
  await expect(page.getByText("1–1 of 1", { exact: true })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a student" }).fill("nobody here");
  await expect(
    page.getByRole("heading", { name: "No student of this class matches “nobody here”" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Clear search" }).click();
  await namesIn(page, 3);
  await page.getByRole("link", { name: nameOf(2) }).click();
  await expect(page).toHaveURL(/\/org-admin\/users\?person=/);
});

test("the waiting list stands in order, and a greater capacity moves it up", async ({ page }) => {
  const id = await addClass(admin, {
    name: named("Waiting"),
    leadId,
    capacity: 1,
    studentIds: idsOf(3, 1, 2),
  });
  await enterAs(page, ADMIN);
  await page.goto(path(id, "?tab=waiting"));
  expect(await namesIn(page, 2)).toEqual([1, 2].map(nameOf));
  await openMenu(page, "Edit class");
  const dialog = page.getByRole("dialog", { name: `Edit ${named("Waiting")}` });
  await dialog.getByLabel("Seats").fill("2");
  await expect(dialog.getByText("1 student of the waiting list moves up.")).toBeVisible();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, `${named("Waiting")} is saved`)).toBeVisible();
  expect(await namesIn(page, 1)).toEqual([nameOf(2)]);
  await expect(page.getByText("2 of 2 students")).toBeVisible();
});

test("two people edit at once: the second sees both versions and chooses", async ({ page, context }) => {
  const id = await addClass(admin, { name: named("Drama"), leadId, year: "2026-2027" });
  await yearNamed(admin, "2027-2028");
  await enterAs(page, ADMIN);
  const other = await context.newPage();
  for (const one of [page, other]) {
    await one.goto(path(id));
    await openMenu(one, "Edit class");
  }
  const first = other.getByRole("dialog", { name: `Edit ${named("Drama")}` });
  await first.getByLabel("Name").fill(named("Drama Club"));
  await first.getByLabel("School year").selectOption("2027-2028");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(toast(other, `${named("Drama Club")} is saved`)).toBeVisible();

  const second = page.getByRole("dialog", { name: `Edit ${named("Drama")}` });
  await second.getByLabel("Name").fill(named("Theatre"));
  await second.getByLabel("Description").fill("Plays and scenes.");
  await second.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: `Two versions of ${named("Drama")}` });
  await expect(conflict.getByText("Someone changed this while you were writing.")).toBeVisible();
  await expect(conflict.getByText(/Olivia Org, .*\d\d:\d\d/)).toBeVisible();
  const name = conflict.getByRole("row").filter({ hasText: named("Theatre") });
  await expect(name).toContainText(named("Drama Club"));
  await expectNoSeriousFinding(page);
  await name.getByRole("radio").first().check();
  await expect(conflict.getByRole("row")).toHaveCount(2);
  await conflict.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(toast(page, `${named("Drama Club")} is saved`)).toBeVisible();
  await page.goto(path(id, "?tab=overview"));
  await expect(page.getByText("Plays and scenes.")).toBeVisible();
  await expect(page.getByText("2027-2028", { exact: true })).toBeVisible();
});

test("a form says what is wrong and keeps what was typed", async ({ page }) => {
  const taken = await addClass(admin, { name: named("Taken"), leadId });
  const id = await addClass(admin, { name: named("Free"), leadId });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await openMenu(page, "Edit class");
  const dialog = page.getByRole("dialog", { name: `Edit ${named("Free")}` });
  await dialog.getByLabel("Name").fill("");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Write the class's name.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Description").fill("Kept");
  await dialog.getByLabel("Name").fill(named("Taken"));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(`There is an active class named ${named("Taken")} already.`)).toBeVisible();
  await expect(dialog.getByLabel("Description")).toHaveValue("Kept");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("main").getByRole("button", { name: "More" })).toBeFocused();
  expect(taken).not.toBe(id);
});

test("coaches come and go; the lead only by naming the next one", async ({ page }) => {
  const id = await addClass(admin, { name: named("Team"), leadId });
  const [lea, cora] = [cast.coach("Lea").name, cast.coach("Cora").name];
  await enterAs(page, ADMIN);
  await page.goto(path(id, "?tab=coaches"));
  await page.getByRole("button", { name: "Add coaches" }).click();
  const adding = page.getByRole("dialog", { name: "Add coaches" });
  await adding.getByRole("combobox", { name: "Coaches" }).fill(cora);
  await adding.getByRole("option", { name: cora }).click();
  await adding.getByRole("button", { name: "Add 1 coach" }).click();
  await expect(toast(page, `${cora} assists in the class now`)).toBeVisible();

  await page.getByRole("button", { name: `Actions for ${cora}` }).click();
  await page.getByRole("menuitem", { name: "Make lead" }).click();
  const said = toast(page, `${cora} leads the class now`);
  await expect(rows(page).filter({ hasText: cora })).toContainText("Lead");
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page).filter({ hasText: lea })).toContainText("Lead");

  await page.getByRole("button", { name: `Actions for ${lea}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: `Who leads after ${lea}?` });
  await expect(dialog.getByRole("combobox", { name: "Next lead" })).toHaveValue(cora);
  await dialog.getByRole("button", { name: `Remove ${lea}` }).click();
  await expect(toast(page, `${cora} leads the class now; ${lea} is no longer its coach`)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test("the invitations tab shows who is waited for, and revokes", async ({ page }) => {
  const id = await addClass(admin, { name: named("Guests"), leadId });
  const email = `guest.${cast.tag}@people.example`;
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await page.getByRole("main").getByRole("link", { name: "Invite", exact: true }).click();
  await page.getByLabel("People, one per line").fill(email);
  await expect(page.getByLabel("Class, where none is given")).toHaveValue(id);
  await mutate(admin, "invitation.send", { text: email, classId: id, role: "STUDENT" });
  await page.goto(path(id, "?tab=invitations"));
  await expect(rows(page)).toContainText(email);
  await page.getByRole("checkbox", { name: `Select ${email}` }).check();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page
    .getByRole("alertdialog", { name: "Revoke this invitation?" })
    .getByRole("button", { name: "Revoke the invitation" })
    .click();
  await expect(page.getByRole("heading", { name: "Nobody is being waited for" })).toBeVisible();
});

test("an archived class is read-only until it is restored", async ({ page }) => {
  const id = await addClass(admin, { name: named("Old"), leadId, studentIds: idsOf(1) });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await openMenu(page, "Archive");
  const dialog = page.getByRole("alertdialog", { name: `Archive ${named("Old")}?` });
  await expect(dialog.getByText("1 student stays on the roster as it is.")).toBeVisible();
  await dialog.getByRole("button", { name: "Archive 1 class" }).click();
  await expect(page.getByText(/Archived on/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Add students" })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await namesIn(page, 1);
  await page.goto(path(id, "/enrol"));
  await expect(page.getByRole("heading", { name: "This class is archived." })).toBeVisible();

  await page.goto(path(id));
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(toast(page, `${named("Old")} is active again`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Add students" })).toBeVisible();
});

test("a duplicate takes along what was asked for", async ({ page }) => {
  const id = await addClass(admin, { name: named("Source"), leadId, studentIds: idsOf(1, 2) });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await openMenu(page, "Duplicate");
  const dialog = page.getByRole("dialog", { name: `Duplicate ${named("Source")}` });
  await expect(dialog.getByLabel("Name")).toHaveValue(`${named("Source")} (copy)`);
  await dialog.getByLabel("Name").fill(named("Copy"));
  await dialog.getByRole("checkbox", { name: "Students" }).check();
  await dialog.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: named("Copy") })).toBeVisible();
  expect(await namesIn(page, 2)).toEqual([1, 2].map(nameOf));
  await expect(page.getByText(`${cast.coach("Lea").name} leads`)).toBeVisible();
});

test.describe("as a coach", () => {
  let id = "";
  test.beforeAll(async () => {
    id = await addClass(admin, { name: named("Own"), leadId, studentIds: idsOf(6, 7) });
    await mutate(admin, "class.addCoaches", { id, userIds: [cast.idOf(cast.coach("Cora").email)] });
  });

  test("the lead edits and chooses coaches, and does not archive", async ({ page }) => {
    await enterAs(page, cast.coach("Lea"));
    await page.goto(path(id, "", "/coach"));
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByRole("link", { name: nameOf(6) })).toHaveCount(0);
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await expect(page.getByRole("menuitem", { name: "Edit class" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Archive" })).toHaveCount(0);
    await expect(page.getByRole("menuitem", { name: "Duplicate" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Coaches" }).click();
    await page.getByRole("button", { name: `Actions for ${cast.coach("Cora").name}` }).click();
    await page.getByRole("menuitem", { name: "Make lead" }).click();
    const dialog = page.getByRole("alertdialog", { name: /Make Cora Coach .* the lead/ });
    await expect(dialog.getByText("You stay as a coach who assists")).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.goto(path(id, "/enrol", "/coach"));
    await expect(page.getByText("The class has no limit of seats.")).toBeVisible();
  });

  test("who assists keeps the roster, and neither edits nor chooses coaches", async ({ page }) => {
    await enterAs(page, cast.coach("Cora"));
    await page.goto(path(id, "", "/coach"));
    await select(page, 7);
    await expect(page.getByRole("button", { name: "Withdraw", exact: true })).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await expect(page.getByRole("menuitem", { name: "Print roster" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Edit class" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Coaches" }).click();
    await expect(page.getByText("The lead edits the class and chooses its coaches.")).toBeVisible();
    await expect(page.getByRole("button", { name: /Add|Actions/ })).toHaveCount(0);
  });

  test("other coaches and students find nothing here", async ({ page, browser }) => {
    const nothing = (one: Page) => one.getByRole("heading", { name: "There is nothing at this address" });
    await enterAs(page, cast.coach("Fabio"));
    const student = await (await browser.newContext({ baseURL: test.info().project.use.baseURL })).newPage();
    await enterAs(student, cast.student(6));
    for (const rest of ["", "/enrol", "/print", "?tab=coaches"]) {
      await page.goto(path(id, rest, "/coach"));
      await expect(nothing(page)).toBeVisible();
      await page.goto(path(id, rest));
      await expect(nothing(page)).toBeVisible();
      for (const area of ["/coach", "/org-admin"]) {
        await student.goto(path(id, rest, area));
        await expect(nothing(student)).toBeVisible();
      }
    }
    await student.context().close();
  });
});

test("the printed roster has numbers, lines to sign on, and nothing of the screen", async ({ page }) => {
  const id = await addClass(admin, {
    name: named("Paper"),
    leadId,
    capacity: 2,
    year: "2026-2027",
    studentIds: idsOf(1, 2, 3),
  });
  await enterAs(page, ADMIN);
  await page.goto(path(id, "/print"));
  const table = page.getByRole("table", { name: `Roster of ${named("Paper")}` });
  await expect(table.getByRole("columnheader", { name: "Signature" })).toBeVisible();
  await expect(table.getByRole("row").filter({ hasText: nameOf(2) })).toContainText(/^2/);
  await expect(table).toContainText("School year: 2026-2027");
  await expect(table).toContainText(cast.coach("Lea").name);
  await expect(page.getByRole("heading", { name: "On the waiting list" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeHidden();
  await expect(table.getByRole("heading", { name: named("Paper") })).toBeVisible();
  expect(await page.locator("thead").evaluate((head) => getComputedStyle(head).display)).toBe(
    "table-header-group",
  );
});

test("the roster goes out as a file", async ({ page }) => {
  const id = await addClass(admin, { name: named("Export"), leadId, studentIds: idsOf(1, 2) });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  for (const [item, ending] of [
    ["Roster as text", ".csv"],
    ["Roster as workbook", ".xlsx"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), openMenu(page, item)]);
    expect(download.suggestedFilename()).toContain(ending);
  }
});

test("the keyboard alone adds, selects and withdraws", async ({ page }) => {
  const id = await addClass(admin, { name: named("Keys"), leadId });
  await enterAs(page, ADMIN);
  await page.goto(path(id));
  await expect(page.getByRole("heading", { name: "The seats are still free" })).toBeVisible();
  await page.keyboard.press("n");
  await page.waitForURL(path(id, "/enrol"));
  await tabTo(page, page.getByRole("combobox", { name: "Students of the school" }));
  const answered = page.waitForResponse((answer) => decodeURIComponent(answer.url()).includes(nameOf(8)));
  await page.keyboard.type(nameOf(8));
  await answered;
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("combobox", { name: "Students of the school" })).toHaveAttribute(
    "aria-activedescendant",
    (await page.getByRole("option", { name: nameOf(8) }).getAttribute("id")) ?? "no id",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 chosen")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Add 1 student" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(path(id));
  await namesIn(page, 1);
  await tabTo(page, page.getByRole("link", { name: nameOf(8) }));
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Withdraw", exact: true }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Withdraw ${nameOf(8)}` });
  await tabTo(page, dialog.getByRole("button", { name: "Withdraw 1 student" }));
  await page.keyboard.press("Enter");
  await expect(toast(page, `${nameOf(8)} is withdrawn`)).toBeVisible();
});

test("every part stands the accessibility check and a phone's width, light and dark", async ({ page }) => {
  const id = await addClass(admin, {
    name: named("Whole"),
    leadId,
    capacity: 2,
    description: "A class with something in each part.",
    studentIds: idsOf(1, 2, 3),
  });
  await mutate(admin, "class.withdraw", { id, userIds: idsOf(1), on: "2026-03-02", reason: "Trial" });
  await enterAs(page, ADMIN);
  const parts = ["overview", "roster", "waiting", "former", "coaches", "invitations", "activity"];
  const addresses = [...parts.map((tab) => `?tab=${tab}`), "/enrol", "/print"];
  for (const rest of addresses) {
    await page.goto(path(id, rest));
    await settled(page.getByRole("main"));
    await expectGoodForAll(page, rest);
  }
});

async function settled(main: Locator) {
  await main.getByRole("heading").first().waitFor();
  await expect(main.locator("[aria-busy=true]")).toHaveCount(0);
}
