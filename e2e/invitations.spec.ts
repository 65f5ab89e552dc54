import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import expected from "../tests/fixtures/invitees-250.expected.json" with { type: "json" };
import { enterAs } from "./fixtures/classes";
import { invite, linkIn, newEmail, openInvitation } from "./fixtures/invitations";
import { tabTo } from "./fixtures/keyboard";
import { mutate, query } from "./fixtures/people";
import { expect, type Mail, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";
import { ACCOUNTS } from "./pages";

const LIST = "tests/fixtures/invitees-250.csv";
const BASE = "/org-admin/invitations";

/** The words of the screen for the reasons of the fixture. */
const LABELS: Record<string, string> = {
  "already a member": "Already a member",
  "repeated in this list": "Repeated",
  "malformed e-mail": "Malformed",
  "role that an org admin may not give": "Not allowed",
  "unknown role": "Unknown role",
  "unknown class": "Unknown class",
};

async function uploadAndCheck(page: Page): Promise<void> {
  await page.goto(`${BASE}/new`);
  await page.locator("input[type=file]").setInputFiles(LIST);
  await expect(page.getByText("invitees-250.csv is in the list above")).toBeVisible();
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { name: "250 lines checked" })).toBeFocused();
}

/** Line and verdict of every row, page by page. */
async function readVerdicts(page: Page): Promise<Map<number, string>> {
  const verdicts = new Map<number, string>();
  const next = page.getByRole("button", { name: "Next", exact: true });
  for (;;) {
    const rows = await page
      .getByRole("table", { name: "Verdict of each line" })
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map(
          (row) => [row.children[0]?.textContent, row.children[4]?.firstElementChild?.textContent] as const,
        ),
      );
    for (const [line, verdict] of rows) verdicts.set(Number(line), verdict ?? "");
    if (!(await next.isEnabled())) return verdicts;
    await next.click();
  }
}

test("the real list is judged line by line, sent once, and its result can be fetched", async ({
  page,
  request,
  inboxUrl,
}) => {
  test.setTimeout(180_000);
  await enterAs(page, ACCOUNTS.admin);
  await uploadAndCheck(page);

  const verdicts = await readVerdicts(page);
  expect(verdicts.size).toBe(expected.rows);
  const refused = [...verdicts].filter(([, verdict]) => verdict !== "Ready");
  expect(refused).toEqual(expected.refused.map(({ line, why }) => [line, LABELS[why]]));
  await expect(page.getByText("231 invitations will be sent.")).toBeVisible();
  await page.getByRole("button", { name: "Repeated 8" }).click();
  await expect(page.getByRole("row")).toHaveCount(9);
  await page.getByRole("button", { name: "All 250" }).click();
  await page.getByRole("switch", { name: "Only lines that need you" }).check({ force: true });
  await expect(page.getByRole("row")).toHaveCount(11);

  const refusedFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the 19" }).click();
  const lines = readFileSync(await (await refusedFile).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(20);
  expect(lines[0]).toBe("line,e-mail,name,role,class,result,reason");

  await page.getByRole("button", { name: "Send 231 invitations" }).click();
  await expect(page.getByRole("heading", { name: "Sending 231 invitations" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Invitations sent" })).toBeVisible();
  const sending = page.url();
  await page.getByRole("link", { name: "See all invitations" }).click();
  await page.getByRole("button", { name: "Recent sendings" }).click();
  await page
    .getByRole("menuitem", { name: /^231 invitations/ })
    .first()
    .click();
  await expect(page).toHaveURL(sending);
  await expect(page.getByText("231 invitations sent.")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("19 lines stayed out.")).toBeVisible();

  const mails: Mail[] = await (await request.get(inboxUrl)).json();
  const reached = mails.flatMap(({ to }) => to).filter((to) => to.endsWith("@school.example"));
  expect(reached).toHaveLength(231);
  expect(new Set(reached).size).toBe(231);

  const resultFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download result" }).click();
  await page.getByRole("menuitem", { name: "CSV" }).click();
  const result = readFileSync(await (await resultFile).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(result).toHaveLength(251);
  expect(result.filter((line) => line.includes(",Sent,"))).toHaveLength(231);
  const batch = sending.split("/").at(-1);
  const workbook = await page.request.get(`/api/export/invitations?batch=${batch}&format=xlsx`);
  expect(workbook.headers()["content-type"]).toContain("spreadsheetml");
  const bare = await request.get(`/api/export/invitations?batch=${batch}&format=csv`);
  expect(bare.status()).toBe(401);

  await uploadAndCheck(page);
  await expect(page.getByRole("button", { name: "Invited already 231" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to send" })).toBeDisabled();
});

test("a draft outlives a reload, and a change asks for a new check", async ({ page }) => {
  await enterAs(page, ACCOUNTS.admin);
  await page.goto(`${BASE}/new`);
  const box = page.getByLabel("People, one per line");
  await box.fill("someone@people.example, platform admin");
  await page.reload();
  await expect(box).toHaveValue("someone@people.example, platform admin");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("1 line checked")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to send" })).toBeDisabled();
  await box.fill(`${newEmail()}, Coach`);
  await expect(page.getByText("The list changed since it was checked.")).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByRole("button", { name: "Send 1 invitation" })).toBeEnabled();
});

test("an invitation is sent again, its link copied, and revoked", async ({ page, context, nextMail }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await invite(page, `${email}, student, Robotics 2`);
  await nextMail(email);

  const panel = await openInvitation(page, email);
  await panel.getByRole("button", { name: "Resend" }).click();
  await expect(page.getByText("The invitation is being sent again")).toBeVisible();
  const link = linkIn(await nextMail(email));
  await expect(panel.getByText(/^2 times, last on/)).toBeVisible();
  await panel.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(`The link is copied. It is ${email}’s alone.`)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname).toMatch(/^\/invitation\/[\w-]{43}$/);
  expect(new URL(copied).pathname).not.toBe(link);

  await panel.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke the invitation" }).click();
  await expect(panel.getByText("Revoked", { exact: true })).toBeVisible();
  for (const path of [link, new URL(copied).pathname]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "This invitation was withdrawn" })).toBeVisible();
  }
});

test("a bulk action tells what became of each, refusals first", async ({ page, nextMail }) => {
  await enterAs(page, ACCOUNTS.admin);
  const mark = crypto.randomUUID();
  const [closed = "", open = ""] = [`closed-${mark}@people.example`, `open-${mark}@people.example`];
  await invite(page, `${closed}, student\n${open}, student`);
  await nextMail(open);
  const panel = await openInvitation(page, closed);
  await panel.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke the invitation" }).click();
  await expect(panel.getByText("Revoked", { exact: true })).toBeVisible();

  await page.goto(`${BASE}?q=${mark}`);
  for (const email of [closed, open]) await page.getByRole("checkbox", { name: `Select ${email}` }).check();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Resend" }).click();
  const dialog = page.getByRole("dialog", { name: "1 of 2 stayed as they were" });
  await expect(dialog.getByRole("row").nth(1)).toContainText(closed);
  await expect(dialog.getByRole("row").nth(1)).toContainText("Accepted, revoked or invited anew");
  await expect(dialog.getByRole("row").nth(2)).toContainText(open);
  await nextMail(open);
});

test("filters live in the address and nothing found says so", async ({ page, nextMail }) => {
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await invite(page, `${email}, parent`);
  await nextMail(email);
  await page.goto(BASE);
  await page.getByRole("searchbox", { name: "Search invitations" }).fill(email);
  await expect(page).toHaveURL(new RegExp(`q=${email.replace(/[.+]/g, "\\$&").replace("@", "(@|%40)")}`));
  await page
    .getByRole("navigation", { name: "Views" })
    .getByRole("link", { name: /^Accepted/ })
    .click();
  await expect(page).toHaveURL(/status=accepted/);
  await expect(page.getByText(`No invitation matches “${email}”`)).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: email })).toBeVisible();
});

test("what expires soon or did not arrive is found, and the filter kept as a view", async ({
  page,
  nextMail,
}) => {
  await enterAs(page, ACCOUNTS.admin);
  const mark = crypto.randomUUID();
  const [soon, lost, late] = ["soon", "nobody", "late"].map((who) => `${who}-${mark}@people.example`);
  const rows = page.locator("tbody tr[data-key]");
  await mutate(page.request, "invitation.send", { text: `${soon},PARENT`, expiresInDays: 2 });
  await mutate(page.request, "invitation.send", { text: `${lost},PARENT\n${late},PARENT`, expiresInDays: 9 });
  await nextMail(late ?? "");
  const undelivered = () =>
    query<{ rows: unknown[] }>(page.request, "invitation.list", { search: mark, due: "undelivered" });
  await expect.poll(async () => (await undelivered()).rows.length).toBe(1);
  await page.goto(`${BASE}?q=${mark}`);
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Needs attention" }).click();
  await page.getByRole("option", { name: "Expires within three days" }).click();
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`soon-${mark}`);

  const name = `Soon ${mark.slice(0, 8)}`;
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog", { name: "Save view" }).getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await page.goto(`${BASE}?q=${mark}&due=undelivered`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`nobody-${mark}`);
  await page.getByRole("link", { name }).click();
  await expect(rows).toContainText(`soon-${mark}`);
  await page.getByRole("button", { name: `Actions for “${name}”` }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await expect(page.getByRole("link", { name })).toBeHidden();
});

test("by keyboard alone: write, check, send, see the result", async ({ page, nextMail }) => {
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await page.goto(BASE);
  await tabTo(page, page.getByRole("link", { name: "Invite people" }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/new$/);
  await tabTo(page, page.getByLabel("People, one per line"));
  await page.keyboard.type(`${email}, Coach, Physics 9A`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "1 line checked" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Send 1 invitation" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sendings\//);
  await expect(page.getByText("1 invitation sent.")).toBeVisible({ timeout: 30_000 });
  expect((await nextMail(email)).subject).toContain("StemBlock AI");
  await tabTo(page, page.getByRole("link", { name: "See all invitations" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(BASE);
  await tabTo(page, page.getByRole("link", { name: email }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: email })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: email })).toBeFocused();
});

test("at 375 px the flow fits, and leads to the verdicts", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await enterAs(page, ACCOUNTS.admin);
  await page.goto(`${BASE}/new`);
  await page
    .getByLabel("People, one per line")
    .fill(`${newEmail()}, student\n${"x".repeat(60)}@example, parent`);
  expect(await fitsWidth(page)).toBe(true);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { name: "2 lines checked" })).toBeInViewport();
  await expect(page.getByText("The address has no domain ending, such as .com.")).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
  const send = page.getByRole("button", { name: "Send 1 invitation" });
  await expect(send).toBeInViewport();
  await send.click();
  await expect(page.getByText("1 invitation sent.")).toBeVisible({ timeout: 30_000 });
  expect(await fitsWidth(page)).toBe(true);
  await page.goto(BASE);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
});
