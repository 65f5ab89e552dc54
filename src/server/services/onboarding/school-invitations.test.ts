import { desc, eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { type Actor, atGate } from "@/db/scope";
import { inviteSchoolInput, listSchoolInvitationsInput, schoolListInput } from "@/domain/onboarding";
import { newId } from "@/lib/ids";
import { MailError } from "@/server/adapters/mail/message";
import { sendSchoolInvitation } from "@/server/jobs/send-school-invitation";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { useTestDatabase } from "../../../../tests/support/database";
import { keepingMailer } from "../../../../tests/support/invitations";
import { refusal, VISITOR } from "../../../../tests/support/people";
import {
  addSchoolInvitation,
  joinInput,
  schoolInvitationRow,
} from "../../../../tests/support/school-invitations";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { acceptSchoolInvitation } from "./accept-school-invitation";
import {
  resendSchoolInvitation,
  restoreSchoolInvitation,
  revokeSchoolInvitation,
} from "./change-school-invitations";
import { checkJoinSlug } from "./check-join-slug";
import { deliverSchoolInvitation } from "./deliver-school-invitation";
import { importSchools, inviteSchool, previewSchools } from "./invite-schools";
import { countSchoolInvitations, listSchoolInvitations } from "./list-school-invitations";
import { openSchoolInvitation } from "./open-school-invitation";

const { urls } = await useTestDatabase();

let master: TestSchool;
let admin: Actor;
beforeAll(async () => {
  master = await makeSchool(urls.operator);
  admin = master.actor(master.people.ADMIN);
});

const newAddress = () => `${newId()}@schools.example`;

function invite(more: Partial<Parameters<typeof inviteSchoolInput.parse>[0] & object> = {}) {
  return inviteSchool(
    admin,
    inviteSchoolInput.parse({ name: "Colegio Los Samanes", email: newAddress(), ...more }),
  );
}

const rowOf = (id: string) => schoolInvitationRow(urls.operator, id);

/** Runs the queue's letters to schools until none is left. */
const runQueue = () =>
  runOnce({
    connectionString: urls.worker,
    taskList: { "send-school-invitation": sendSchoolInvitation },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });

/** Mails one invitation; the token of its link. */
async function mailed(id: string): Promise<string> {
  const mailer = keepingMailer();
  await deliverSchoolInvitation(PLATFORM_ITSELF, { invitationId: id }, mailer);
  return /\/join\/([\w-]+)/.exec(mailer.sent[0]?.text ?? "")?.[1] ?? "";
}

async function letExpire(id: string) {
  await asOperator(urls.operator, ({ db }) =>
    db
      .update(schoolInvitations)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(schoolInvitations.id, id)),
  );
}

const statusOf = async (token: string) => (await openSchoolInvitation({ token })).status;

test("an invitation is mailed by the queue in its language, and only its hash is kept", async () => {
  const email = newAddress();
  const { id } = await invite({ email, plan: "PRO", slug: "los-samanes", locale: "es" });
  expect(await rowOf(id)).toMatchObject({ status: "pending", delivery: "queued", tokenHash: null });
  const owner = connect(urls.owner);
  const [job] = await owner`select payload from graphile_worker._private_jobs
    where payload->>'invitationId' = ${id}`;
  await owner.end();
  expect(job?.payload).toEqual({ invitationId: id, organizationId: null });
  const mailer = keepingMailer();
  await deliverSchoolInvitation(PLATFORM_ITSELF, { invitationId: id }, mailer);
  const [letter] = mailer.sent;
  expect(letter).toMatchObject({ to: email, subject: expect.stringMatching(/^Invitación para Colegio Los/) });
  const token = /\/join\/([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
  const row = await rowOf(id);
  expect(row).toMatchObject({ delivery: "sent", sendCount: 1, invitedBy: master.people.ADMIN.name });
  expect(JSON.stringify(row)).not.toContain(token);
  expect((row.expiresAt.getTime() - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
  expect(await openSchoolInvitation({ token })).toMatchObject({
    name: "Colegio Los Samanes",
    email,
    slug: "los-samanes",
    status: "pending",
    account: { has: "nothing" },
  });
  // What the queue runs again finds nothing to do.
  await deliverSchoolInvitation(PLATFORM_ITSELF, { invitationId: id }, mailer);
  expect(mailer.sent).toHaveLength(1);
});

test("the gate shows nothing without the token", async () => {
  const { id } = await invite();
  await mailed(id);
  const seen = await atGate({ email: (await rowOf(id)).contactEmail }, ({ db }) =>
    db.select().from(schoolInvitations),
  );
  expect(seen).toEqual([]);
});

test("sending again makes a link in the place of the one before, with thirty new days", async () => {
  const { id } = await invite();
  const first = await mailed(id);
  await letExpire(id);
  expect(await statusOf(first)).toBe("expired");
  await resendSchoolInvitation(admin, { id });
  const second = await mailed(id);
  expect(await refusal(openSchoolInvitation({ token: first }))).toMatchObject({ kind: "not_found" });
  expect(await statusOf(second)).toBe("pending");
  expect(await rowOf(id)).toMatchObject({ sendCount: 2 });
});

test("what was withdrawn is dead, its mail is held back, and an undo brings both back", async () => {
  const sent = await invite();
  const token = await mailed(sent.id);
  await revokeSchoolInvitation(admin, sent);
  expect(await statusOf(token)).toBe("revoked");
  expect(await refusal(resendSchoolInvitation(admin, sent))).toMatchObject({
    key: "schoolInvitation.closed",
  });
  await restoreSchoolInvitation(admin, sent);
  expect(await statusOf(token)).toBe("pending");

  const held = await invite();
  await revokeSchoolInvitation(admin, held);
  expect(await mailed(held.id)).toBe("");
  expect(await rowOf(held.id)).toMatchObject({ delivery: "cancelled" });
  await restoreSchoolInvitation(admin, held);
  expect(await statusOf(await mailed(held.id))).toBe("pending");
});

test("an undo does not make a second invitation of the same school", async () => {
  const email = newAddress();
  const first = await invite({ email });
  await revokeSchoolInvitation(admin, first);
  await invite({ email });
  expect(await refusal(restoreSchoolInvitation(admin, first))).toMatchObject({
    key: "schoolInvitation.alreadyInvited",
  });
  expect(await rowOf(first.id)).toMatchObject({ status: "revoked" });
});

test("what was accepted stays accepted", async () => {
  const { id } = await invite();
  await acceptSchoolInvitation(joinInput(await mailed(id)), VISITOR);
  for (const act of [resendSchoolInvitation, revokeSchoolInvitation, restoreSchoolInvitation])
    expect(await refusal(act(admin, { id }))).toMatchObject({ key: "schoolInvitation.closed" });
  expect(await refusal(revokeSchoolInvitation(admin, { id: newId() }))).toMatchObject({ kind: "not_found" });
});

test("one school is invited once; one whose time is up makes way", async () => {
  const email = newAddress();
  const { id } = await invite({ email });
  expect(await refusal(invite({ email, name: "COLEGIO los Samanes" }))).toMatchObject({
    key: "schoolInvitation.alreadyInvited",
    field: "email",
  });
  await expect(invite({ email, name: "Colegio Hermano" })).resolves.toBeDefined();
  await letExpire(id);
  await expect(invite({ email })).resolves.toBeDefined();
  expect(await rowOf(id)).toMatchObject({ status: "revoked" });
  expect(await refusal(invite({ slug: master.slug }))).toMatchObject({ key: "slug.taken", field: "slug" });
});

test("a mail server that fails is tried again, one that refuses is told", async () => {
  const { id } = await invite();
  const failing = keepingMailer({ fails: () => true });
  await expect(deliverSchoolInvitation(PLATFORM_ITSELF, { invitationId: id }, failing)).rejects.toThrow(
    MailError,
  );
  expect(await rowOf(id)).toMatchObject({ delivery: "queued" });
  await deliverSchoolInvitation(
    PLATFORM_ITSELF,
    { invitationId: id },
    keepingMailer({ refuses: () => true }),
  );
  expect(await rowOf(id)).toMatchObject({ delivery: "failed", status: "pending" });
  await resendSchoolInvitation(admin, { id });
  vi.stubEnv("SMTP_URL", "");
  await runQueue();
  expect(await rowOf(id)).toMatchObject({ delivery: "sent" });
});

test("the platform's log tells each step, with who did it", async () => {
  const { id } = await invite();
  await mailed(id);
  await resendSchoolInvitation(admin, { id });
  await revokeSchoolInvitation(admin, { id });
  await restoreSchoolInvitation(admin, { id });
  const log = await asOperator(urls.operator, ({ db }) =>
    db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(desc(auditEvents.id)),
  );
  expect(log.map(({ action }) => action).reverse()).toEqual([
    "platform.school_invited",
    "platform.school_invitation_resent",
    "platform.school_invitation_revoked",
    "platform.school_invitation_restored",
  ]);
  for (const event of log)
    expect(event).toMatchObject({ organizationId: null, actorAccountId: admin.accountId });
});

describe("the list", () => {
  test("is newest first, in pages without gaps, with search and states", async () => {
    const word = newId().slice(-8);
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1)
      made.unshift((await invite({ name: `Liceo ${word} ${index}` })).id);
    await revokeSchoolInvitation(admin, { id: made[0] ?? "" });
    await letExpire(made[1] ?? "");
    const list = (more: object) =>
      listSchoolInvitations(admin, listSchoolInvitationsInput.parse({ search: word, ...more }));
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list({ limit: 2, cursor });
      expect(page.from).toBe(seen.length + 1);
      seen.push(...page.rows.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made);
    expect((await list({ statuses: ["expired"] })).rows.map(({ id }) => id)).toEqual([made[1]]);
    expect((await list({ statuses: ["revoked"] })).rows.map(({ id }) => id)).toEqual([made[0]]);
    const [row] = (await list({ statuses: ["pending"] })).rows;
    expect(row).toMatchObject({ plan: "COMMUNITY", school: null });
    expect(JSON.stringify(row)).not.toMatch(/token|hash/i);
    const counts = await countSchoolInvitations(admin);
    expect(counts.expired).toBeGreaterThanOrEqual(1);
  });
});

describe("a list of schools", () => {
  const word = newId().slice(-8);
  const text = [
    "colegio;subdominio;contacto;plan",
    `Colegio ${word} Uno;uno-${word};uno@${word}.example;PRO`,
    `Colegio ${word} Dos;;dos@${word}.example;`,
    `Colegio ${word} Tres;www;tres@${word}.example;`,
    `Colegio ${word} Cuatro;;nobody;`,
    `colegio ${word} uno;;uno@${word}.example;`,
  ].join("\n");
  const input = schoolListInput.parse({ text, locale: "en" });

  test("is judged without being sent, then sent, and not a second time", async () => {
    const before = await asOperator(urls.operator, ({ db }) => db.$count(schoolInvitations));
    const verdicts = await previewSchools(admin, input);
    expect(verdicts.map(({ code }) => code)).toEqual([
      "ok",
      "ok",
      "slug_reserved",
      "malformed_email",
      "repeated",
    ]);
    expect(await asOperator(urls.operator, ({ db }) => db.$count(schoolInvitations))).toBe(before);
    const sent = await importSchools(admin, input);
    expect(sent).toEqual({ total: 5, invited: 2, failed: verdicts.slice(2) });
    const again = await importSchools(admin, input);
    expect(again.invited).toBe(0);
    expect(again.failed.map(({ line, code }) => [line, code])).toEqual([
      [2, "already_invited"],
      [3, "already_invited"],
      [4, "slug_reserved"],
      [5, "malformed_email"],
      [6, "repeated"],
    ]);
    const [row] = (
      await listSchoolInvitations(admin, listSchoolInvitationsInput.parse({ search: `${word} uno` }))
    ).rows;
    expect(row).toMatchObject({ plan: "PRO", slug: `uno-${word}`, locale: "en" });
  });

  test("sent by several at once invites each school once", async () => {
    const tag = newId().slice(-8);
    const many = Array.from({ length: 40 }, (_, index) => `Colegio ${index},c${index}@${tag}.example`);
    const list = schoolListInput.parse({ text: ["name,contact", ...many].join("\n") });
    const results = await Promise.all(Array.from({ length: 6 }, () => importSchools(admin, list)));
    expect(results.reduce((sum, { invited }) => sum + invited, 0)).toBe(40);
    for (const { invited, failed } of results) expect(invited + failed.length).toBe(40);
  });

  test("that names no columns is refused as a whole", async () => {
    const nameless = schoolListInput.parse({ text: "Colegio Uno,uno@uno.example" });
    expect(await refusal(previewSchools(admin, nameless))).toMatchObject({
      key: "schoolList.noHeader",
      field: "text",
    });
  });
});

describe("a subdomain that is typed", () => {
  test("is told to be free, taken, reserved or malformed, with others that are free", async () => {
    const { token } = await asOperator(urls.operator, (tx) => addSchoolInvitation(tx));
    const check = (slug: string, name = "Unidad Educativa Simón Rodríguez") =>
      checkJoinSlug({ token, slug, name });
    expect(await check("Colegio-Nuevo ")).toEqual({ slug: "colegio-nuevo", state: "free", proposals: [] });
    expect(await check(master.slug)).toMatchObject({
      state: "taken",
      proposals: ["unidad-educativa-simon-rodriguez", "simon-rodriguez", "colegio-simon-rodriguez"],
    });
    expect(await check("www")).toMatchObject({ state: "reserved" });
    expect(await check("a b")).toMatchObject({ state: "malformed", reason: "slug.invalid" });
    const taken = await asOperator(urls.operator, (tx) => addSchoolInvitation(tx));
    await acceptSchoolInvitation(joinInput(taken.token, { slug: "simon-rodriguez" }), VISITOR);
    expect((await check("www")).proposals).not.toContain("simon-rodriguez");
  });

  test("is looked up for nobody without an open invitation", async () => {
    const closed = await asOperator(urls.operator, (tx) =>
      addSchoolInvitation(tx, { status: "revoked", closedAt: new Date() }),
    );
    const ask = (token: string) => refusal(checkJoinSlug({ token, slug: "x-y", name: "" }));
    expect(await ask(closed.token)).toMatchObject({ key: "schoolInvitation.revoked" });
    expect(await ask("x".repeat(43))).toMatchObject({ kind: "not_found" });
  });
});
