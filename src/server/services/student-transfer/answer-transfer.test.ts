import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { readInOrganization } from "@/db/scope";
import { createToken } from "@/lib/tokens";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import {
  ask,
  linkOf,
  makeRecordSchool,
  type RecordSchool,
  transferRow,
} from "../../../../tests/support/student-transfers";
import {
  answerTransfer,
  getTransfer,
  openTransfer,
  readArriving,
  resendTransfer,
  withdrawTransfer,
} from "./index";

const { urls } = await useTestDatabase();
const NOBODY = { ipAddress: null };
const say = (token: string, answer: "agree" | "refuse", reason = "") =>
  answerTransfer({ token, answer, reason }, NOBODY);

let to: RecordSchool;
beforeAll(async () => {
  to = await makeRecordSchool(urls.operator, "app");
});

describe.each(["app", APART])("the guardian's answer to a school placed in %s", (placement) => {
  let from: RecordSchool;
  let id: string;
  let token: string;

  beforeEach(async () => {
    from = await makeRecordSchool(urls.operator, placement);
    id = (await ask(from, to)).id;
    token = (await linkOf(from, id)).token;
  });

  test("yes shows the name, where from and the sections to the other school, and no more", async () => {
    expect(await say(token, "agree")).toEqual({ status: "awaiting_school" });
    const seen = await getTransfer(to.admin, { id });
    expect(seen).toMatchObject({
      ...{ studentName: `Nahia ${from.records.word}`, status: "awaiting_school", direction: "incoming" },
      ...{ recordId: null, reason: null, asked: null },
    });
    for (const hidden of [from.records.studentId, "Olga", "people.example", "Se mudan"])
      expect(JSON.stringify(seen)).not.toContain(hidden);
    const arriving = await readInOrganization(to.admin, readArriving);
    expect(arriving).toContainEqual({ id, name: `Nahia ${from.records.word}` });
    const row = await transferRow(urls.operator, id);
    expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000);
    const [asked, yes] = await eventsAbout(urls.operator, from, from.records.studentId);
    expect([asked?.action, yes?.action]).toEqual(["transfer.requested", "transfer.agreed"]);
    expect(yes).toMatchObject({ actorName: "Olga Canaima", actorUserId: null, actorAccountId: null });
    expect(await eventsAbout(urls.operator, to, id)).toMatchObject([{ action: "transfer.arrived" }]);
  });

  test("no is kept with its reason, and the other school never learns that it was asked for", async () => {
    expect(await say(token, "refuse", "Nos quedamos")).toEqual({ status: "declined" });
    expect(await transferRow(urls.operator, id)).toMatchObject({
      ...{ declinedBy: "guardian", declineReason: "Nos quedamos", guardianAgreedAt: null },
      closedAt: expect.any(Date),
    });
    expect((await refusal(getTransfer(to.admin, { id }))).kind).toBe("not_found");
    expect(await eventsAbout(urls.operator, to, id)).toEqual([]);
    expect(await refusal(say(token, "agree"))).toMatchObject({ key: "studentTransfer.answered" });
  });

  test("is given once: the same again changes nothing, another one is refused", async () => {
    await say(token, "agree");
    const before = await transferRow(urls.operator, id);
    expect(await say(token, "agree")).toEqual({ status: "awaiting_school" });
    expect(await refusal(say(token, "refuse"))).toMatchObject({ key: "studentTransfer.answered" });
    expect(await transferRow(urls.operator, id)).toEqual(before);
    expect(await eventsAbout(urls.operator, to, id)).toHaveLength(1);
  });

  test("of fifty at once one counts", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => say(token, index % 2 === 0 ? "agree" : "refuse")),
    );
    const row = await transferRow(urls.operator, id);
    const won = row.guardianAgreedAt ? "awaiting_school" : "declined";
    const said = answers.flatMap((each) => (each.status === "fulfilled" ? [each.value.status] : []));
    expect(new Set(said)).toEqual(new Set([won]));
    expect(said).toHaveLength(25);
    const acts = (await eventsAbout(urls.operator, from, from.records.studentId)).map(({ action }) => action);
    expect(acts).toEqual([
      "transfer.requested",
      row.guardianAgreedAt ? "transfer.agreed" : "transfer.refused",
    ]);
  });

  test("needs the link: what the table holds decides nothing, nor does a link of before", async () => {
    const { tokenHash } = await transferRow(urls.operator, id);
    const nothing = { kind: "not_found", key: "notFound" };
    for (const guess of [tokenHash ?? "", id, "", createToken().token, `${token}A`, token.slice(1)]) {
      expect(await refusal(say(guess, "agree")), guess).toMatchObject(nothing);
      expect(await refusal(openTransfer({ token: guess })), guess).toMatchObject(nothing);
    }
    await resendTransfer(from.admin, { id });
    const { token: newer } = await linkOf(from, id);
    expect(await refusal(say(token, "agree"))).toMatchObject(nothing);
    expect(await say(newer, "agree")).toMatchObject({ status: "awaiting_school" });
  });

  test("comes too late after fourteen days, and after the school has taken its request back", async () => {
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(studentTransfers)
        .set({ expiresAt: new Date(Date.now() - 1_000) })
        .where(eq(studentTransfers.id, id)),
    );
    expect(await refusal(say(token, "agree"))).toMatchObject({ key: "link.expired" });
    await resendTransfer(from.admin, { id });
    const { token: newer } = await linkOf(from, id);
    await withdrawTransfer(from.admin, { id });
    expect(await refusal(say(newer, "agree"))).toMatchObject({ key: "studentTransfer.withdrawn" });
  });

  test("cannot be yes while the other school is closed; no is taken", async () => {
    const target = await makeRecordSchool(urls.operator, placement);
    await withdrawTransfer(from.admin, { id });
    const other = await ask(from, target);
    const link = await linkOf(from, other.id);
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ status: "suspended" }).where(eq(organizations.id, target.id)),
    );
    expect(await refusal(say(link.token, "agree"))).toMatchObject({ key: "studentTransfer.toClosed" });
    expect(await transferRow(urls.operator, other.id)).toMatchObject({ status: "awaiting_guardian" });
    expect(await say(link.token, "refuse")).toEqual({ status: "declined" });
  });

  test("leaves no word of the link anywhere", async () => {
    await say(token, "agree");
    const told = await asOperator(urls.operator, ({ db }) => db.select().from(auditEvents));
    const { tokenHash } = await transferRow(urls.operator, id);
    for (const secret of [token, tokenHash ?? token]) expect(JSON.stringify(told)).not.toContain(secret);
  });
});
