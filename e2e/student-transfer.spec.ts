import { expectGoodForAll } from "./fixtures/axe";
import { mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, type Mail, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// A student goes from one school to another with the record: two hosts, three people, real mail.

let from: OwnSchool;
let to: OwnSchool;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ playwright, baseURL }) => {
  [from, to] = [await openSchool(playwright.request, baseURL), await openSchool(playwright.request, baseURL)];
  for (const school of [from, to]) await open(school);
});
test.afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
});

const GRADE = "4to Grado";
type Options = { grades: { id: string; name: string }[] };

/** A year, and a section of a grade that schools begin with. */
async function open({ request }: OwnSchool) {
  const year = await mutate<{ id: string }>(request, "year.create", {
    ...{ name: "2026-2027", startsOn: "2026-09-14", endsOn: "2027-07-30", terms: [], isCurrent: true },
  });
  const { grades } = await query<Options>(request, "academics.options", {});
  const gradeIds = grades.flatMap(({ id, name }) => (name === GRADE ? id : []));
  await mutate(request, "section.create", { yearId: year.id, gradeIds, names: ["B"] });
}

let number = 31_000_000 + Math.floor(Math.random() * 900_000);

/** A student with a mother whom mail reaches, and a document. */
async function enrol({ request }: OwnSchool, firstNames: string) {
  const { sections } = await query<{ sections: { id: string }[] }>(request, "student.options", undefined);
  number += 2;
  const student = await mutate<{ id: string; code: string }>(request, "student.create", {
    ...{ firstNames, lastNames: "Arráiz Peña", gender: "female", birthDate: "2017-03-12" },
    ...{ cedula: `V${number}`, sectionId: sections[0]?.id },
  });
  const email = `mama-${crypto.randomUUID()}@people.example`;
  await mutate(request, "guardian.add", {
    ...{ studentId: student.id, type: "primary", relationship: "mother", isPrimaryContact: true },
    person: { firstNames: "Rosa", lastNames: "Peña", cedula: `V${number + 1}`, email },
  });
  return { ...student, email, name: `${firstNames} Arráiz Peña` };
}

function linkIn({ text }: Mail): string {
  return /https?:\/\/\S+\/transfers\/[\w-]+/.exec(text)?.[0] ?? "";
}

test("a student moves: asked for, agreed to on a phone in Spanish, taken in, and closed at the first school", async ({
  page,
  browser,
  signIn,
  nextMail,
}) => {
  test.slow();
  const student = await enrol(from, "Marisela");
  // Their own invitations came first.
  await Promise.all([nextMail(to.admin.email), nextMail(from.admin.email)]);

  // The sending school says where to and with what.
  await signIn(page, from.admin.email, from.admin.password, from.url);
  await page.goto(`${from.url}/org-admin/students/${student.id}`);
  await page.getByRole("link", { name: "Transfer", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Transfer ${student.name} to another school`,
  );
  await expectGoodForAll(page);
  await page.getByLabel("To which school").fill("nobody-is-here");
  await expect(page.getByText("There is no open school at this address.")).toBeVisible();
  await page.getByLabel("To which school").fill(to.slug);
  await expect(page.getByText(`Found: ${to.name}`)).toBeVisible();
  const preview = page.getByRole("complementary", { name: "What the transfer does" });
  await expect(preview).toContainText("1 guardian");
  await expect(preview).toContainText(`The place in ${GRADE} B.`);
  await page.getByRole("checkbox", { name: "Discipline" }).uncheck();
  await expect(preview.getByRole("listitem").filter({ hasText: "Discipline" })).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /Rosa Peña/ })).toBeChecked();
  await page.getByLabel("Language of the message").selectOption("es");
  await page.getByLabel("Reason").fill("La familia se muda");
  await page.getByRole("button", { name: "Ask the guardian" }).click();
  await page.waitForURL(/\/students\/transfers\/[\w-]{36}$/);
  await expect(page.getByText("Waits for the guardian")).toBeVisible();
  await expectGoodForAll(page);

  // The guardian, on a phone.
  const mail = await nextMail(student.email);
  expect(mail.subject).toContain("pide tu autorización");
  const phone = await browser.newContext({
    ...{ locale: "es-VE", viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
  });
  const guardian = await phone.newPage();
  const link = linkIn(mail);
  expect(link.startsWith(from.url)).toBe(true);
  await guardian.goto(link);
  await expect(guardian.getByRole("heading", { level: 1 })).toHaveText(
    `¿Puede pasar a ${to.name} el expediente de ${student.name}?`,
  );
  await expect(guardian.getByText("No se envía: Convivencia.")).toBeVisible();
  expect(await fitsWidth(guardian)).toBe(true);
  await expectGoodForAll(guardian);
  await guardian.getByRole("button", { name: "Autorizo", exact: true }).click();
  await guardian.getByRole("button", { name: "Volver" }).click();
  await guardian.getByRole("button", { name: "Autorizo", exact: true }).click();
  await guardian.getByRole("button", { name: "Confirmar: autorizo" }).click();
  await expect(guardian.getByText("Gracias, tu autorización quedó registrada.")).toBeVisible();
  await guardian.reload();
  await expect(guardian.getByText(/Lo autorizaste el/)).toBeVisible();
  await expect(guardian.getByRole("button", { name: "Autorizo", exact: true })).toHaveCount(0);

  // The receiving school.
  expect((await nextMail(to.admin.email)).subject).toContain("Transfer of a student");
  const there = await browser.newContext({ baseURL: to.url });
  const admin = await there.newPage();
  await signIn(admin, to.admin.email, to.admin.password, to.url);
  await admin.goto(`${to.url}/org-admin/students/transfers`);
  await expectGoodForAll(admin);
  await admin.getByRole("link", { name: student.name }).click();
  await expect(admin.getByRole("heading", { name: "Take the student in" })).toBeVisible();
  await expect(admin.getByText("La familia se muda")).toHaveCount(0);
  await admin.getByLabel("Grade", { exact: true }).selectOption({ label: GRADE });
  await admin.getByLabel(/^Section/).selectOption({ index: 1 });
  await expect(admin.getByText(`gets a record in your school: ${GRADE} B (2026-2027).`)).toBeVisible();
  await expectGoodForAll(admin);
  await admin.getByRole("button", { name: "Take in" }).click();
  await expect(admin.getByText("Completed").first()).toBeVisible();
  await admin.getByRole("link", { name: "Open the record" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(student.name);
  await admin.goto(`${to.url}/org-admin/audit`);
  await expect(admin.getByText(/took .* in from .* with the record/)).toBeVisible();

  // At the first school the record is there, to read only.
  await page.goto(`${from.url}/org-admin/students/${student.id}`);
  await expect(page.getByText(/Gone to another school on/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Transfer", exact: true })).toHaveCount(0);
  expect((await nextMail(student.email)).subject).toContain("Traslado completo");
  expect((await nextMail(from.admin.email)).text).toContain(`${to.name} has taken ${student.name} in`);
  await page.goto(`${from.url}/org-admin/students/transfers?tab=outgoing`);
  await expect(page.getByRole("row").filter({ hasText: student.name })).toContainText("Completed");
  await Promise.all([phone.close(), there.close()]);
});

test("a guardian says no with a reason; the other school never sees it", async ({
  page,
  browser,
  signIn,
  nextMail,
}) => {
  const student = await enrol(from, "Leonor");
  const { guardians } = await query<{ guardians: { id: string }[] }>(
    from.request,
    "studentTransfer.prepare",
    {
      studentId: student.id,
    },
  );
  const { id } = await mutate<{ id: string }>(from.request, "studentTransfer.request", {
    ...{ studentId: student.id, address: to.slug, sections: ["family"], lastDay: "2026-11-27", locale: "en" },
    guardian: { guardianId: guardians[0]?.id },
  });
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(linkIn(await nextMail(student.email)));
  await visitor.getByRole("button", { name: "I do not agree", exact: true }).click();
  await visitor.getByLabel(/Why not/).fill("We stay");
  await visitor.getByRole("button", { name: "Confirm: I do not agree" }).click();
  await expect(visitor.getByText("Your answer is recorded.")).toBeVisible();
  await visitor.context().close();
  await signIn(page, from.admin.email, from.admin.password, from.url);
  await page.goto(`${from.url}/org-admin/students/transfers/${id}`);
  await expect(page.getByText("The guardian said no: We stay")).toBeVisible();
  await signIn(page, to.admin.email, to.admin.password, to.url);
  await page.goto(`${to.url}/org-admin/students/transfers`);
  await expect(page.getByText(student.name)).toHaveCount(0);
});

test("a school declines, and one takes its request back", async ({ page, signIn, browser, nextMail }) => {
  const student = await enrol(from, "Yolanda");
  const ask = () =>
    mutate<{ id: string }>(from.request, "studentTransfer.request", {
      ...{ studentId: student.id, address: to.slug, sections: [], lastDay: "2026-11-27", locale: "en" },
      guardian: { name: "Rosa Peña", email: student.email },
    });
  await ask();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(linkIn(await nextMail(student.email)));
  await visitor.getByRole("button", { name: "I agree", exact: true }).click();
  await visitor.getByRole("button", { name: "Confirm: I agree" }).click();
  await expect(visitor.getByText("Thank you, your consent is recorded.")).toBeVisible();
  await visitor.context().close();
  await signIn(page, to.admin.email, to.admin.password, to.url);
  await page.goto(`${to.url}/org-admin/students/transfers`);
  await page.getByRole("link", { name: student.name }).click();
  await page.getByRole("button", { name: "Decline" }).click();
  await page.getByRole("alertdialog").getByLabel("Reason").fill("No seat is free");
  await page.getByRole("alertdialog").getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText("The school said no: No seat is free")).toBeVisible();
  expect((await nextMail(student.email)).text).toContain("No seat is free");

  const { id } = await ask();
  await signIn(page, from.admin.email, from.admin.password, from.url);
  await page.goto(`${from.url}/org-admin/students/transfers/${id}`);
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn").first()).toBeVisible();
});
