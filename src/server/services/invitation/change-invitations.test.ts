import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { invitations } from "@/db/schema/core/invitations";
import { listInvitationsInput } from "@/domain/invitation";
import type { Role } from "@/domain/roles";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import {
  invitationRows,
  letExpire,
  listOf,
  mailedTokens,
  tokenIn,
} from "../../../../tests/support/invitations";
import { eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { createUser } from "../user";
import { resendInvitations, revokeInvitations } from "./change-invitations";
import { copyInvitationLink } from "./copy-invitation-link";
import { countInvitations, listInvitations } from "./list-invitations";
import { openInvitation } from "./open-invitation";
import { sendInvitations } from "./send-invitations";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("invitations of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const coach = () => school.actor(school.people.COACH);
  const platform = () => school.actor(school.people.ADMIN);
  const resend = (ids: string[], actor = admin()) => resendInvitations(actor, { ids, expiresInDays: 7 });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  async function invite(role: Role = "STUDENT", classId?: string) {
    const email = newEmail();
    await sendInvitations(platform(), listOf(email, { role, classId }));
    const row = (await invitationRows(urls.operator, school)).find((found) => found.email === email);
    if (!row) throw new Error("not invited");
    return row;
  }

  test("are revoked with every link, a result for each", async () => {
    const one = await invite();
    const { url } = await copyInvitationLink(admin(), { id: one.id });
    const mailed = (await mailedTokens(urls.operator, school)).get(one.email) ?? "";
    const absent = newId();
    expect(await revokeInvitations(admin(), { ids: [one.id, absent, one.id] })).toEqual([
      { id: one.id, email: one.email, ok: true },
      { id: absent, email: "", ok: false, code: "not_found" },
    ]);
    for (const token of [mailed, tokenIn({ text: url })])
      expect(await openInvitation({ token })).toMatchObject({ status: "revoked" });
    expect(await revokeInvitations(admin(), { ids: [one.id] })).toMatchObject([{ code: "closed" }]);
    expect(await resend([one.id])).toMatchObject([{ code: "closed" }]);
    expect(await refusal(copyInvitationLink(admin(), { id: one.id }))).toMatchObject({ kind: "not_found" });
    const actions = (await eventsAbout(urls.operator, school, one.id)).map(({ action }) => action);
    expect(actions).toEqual(["invitation.sent", "invitation.link_copied", "invitation.revoked"]);
  });

  test("are resent for new time, pending or expired, and the earlier link goes on working", async () => {
    const one = await invite();
    const before = (await mailedTokens(urls.operator, school)).get(one.email) ?? "";
    await letExpire(urls.operator, one.id);
    expect(await openInvitation({ token: before })).toMatchObject({ status: "expired" });
    expect(await resend([one.id])).toMatchObject([{ ok: true }]);
    const after = (await mailedTokens(urls.operator, school)).get(one.email) ?? "";
    expect(after).not.toBe(before);
    for (const token of [before, after])
      expect(await openInvitation({ token })).toMatchObject({ status: "pending" });
    expect(await invitationRows(urls.operator, school)).toMatchObject([{ sendCount: 2 }]);
  });

  test("are not resent where a newer one is, twice to one address, or to a member", async () => {
    const oldest = await invite();
    const again = () => sendInvitations(admin(), listOf(oldest.email, { role: "STUDENT" }));
    await letExpire(urls.operator, oldest.id);
    await again();
    const [, second] = await invitationRows(urls.operator, school);
    if (!second) throw new Error("not invited again");
    expect(await resend([oldest.id])).toMatchObject([{ code: "closed" }]);
    await letExpire(urls.operator, second.id);
    await again();
    const [, , third] = await invitationRows(urls.operator, school);
    await revokeInvitations(admin(), { ids: [third?.id ?? ""] });
    // Two expired ones and none that is pending: the newer one is opened again.
    expect(await resend([oldest.id, second.id])).toMatchObject([
      { id: oldest.id, code: "closed" },
      { id: second.id, ok: true },
    ]);
    const member = await invite();
    await createUser(platform(), {
      organizationId: school.id,
      email: member.email,
      name: "In",
      role: "STUDENT",
    });
    expect(await resend([member.id])).toMatchObject([{ code: "closed" }]);
  });

  test("need a seat again when their time was up", async () => {
    const one = await invite();
    await letExpire(urls.operator, one.id);
    await asOperator(urls.operator, ({ db }) =>
      db.execute(sql`update core.organizations set max_users = 5 where id = ${school.id}`),
    );
    expect(await refusal(resend([one.id]))).toMatchObject({
      key: "invitation.noSeats",
      values: { wanted: 1, free: 0 },
    });
  });

  test("are within a coach's reach in their own classes, below their own role", async () => {
    const { led, other } = school.classes;
    const own = await invite("STUDENT", led);
    const foreign = await invite("STUDENT", other);
    const above = await invite("ORG_ADMIN", led);
    const listed = await listInvitations(coach(), listInvitationsInput.parse({}));
    expect(listed.rows.map(({ id }) => id).sort()).toEqual([above.id, own.id].sort());
    expect(await countInvitations(coach())).toMatchObject({ pending: 2 });
    expect(await countInvitations(admin())).toMatchObject({ pending: 3 });
    const results = [{ ok: true }, { code: "not_found" }, { code: "role_not_allowed" }];
    expect(await resend([own.id, foreign.id, above.id], coach())).toMatchObject(results);
    // A link is all that it takes to become what it makes of one.
    expect(await refusal(copyInvitationLink(coach(), { id: above.id }))).toMatchObject({ kind: "forbidden" });
    expect(await refusal(copyInvitationLink(coach(), { id: foreign.id }))).toMatchObject({
      kind: "not_found",
    });
    expect((await copyInvitationLink(coach(), { id: own.id })).url).toMatch(/\/invitation\/[\w-]{43}$/);
    const platformAdmin = await invite("ADMIN");
    expect(await refusal(copyInvitationLink(admin(), { id: platformAdmin.id }))).toMatchObject({
      kind: "forbidden",
    });
    expect(await revokeInvitations(coach(), { ids: [own.id, foreign.id, above.id] })).toMatchObject(results);
  });

  test("of another school and none at all look alike", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = neighbour.actor(neighbour.people.ORG_ADMIN);
    const { id } = await invite();
    for (const attempt of [
      (one: string) => revokeInvitations(stranger, { ids: [one] }),
      (one: string) => resend([one], stranger),
      (one: string) => copyInvitationLink(stranger, { id: one }),
    ])
      expect(await refusal(attempt(id))).toEqual(await refusal(attempt(newId())));
    expect(await invitationRows(urls.operator, school)).toMatchObject([{ status: "pending" }]);
  });

  test("that ask for something are found: what expires soon, and what did not arrive", async () => {
    const { led, other } = school.classes;
    const change = (id: string, what: { days?: number; delivery?: "failed"; status?: "revoked" }) =>
      asOperator(urls.operator, ({ db }) =>
        db
          .update(invitations)
          .set({
            ...(what.days && { expiresAt: new Date(Date.now() + what.days * DAY) }),
            ...(what.delivery && { delivery: what.delivery }),
            ...(what.status && { status: what.status }),
          })
          .where(eq(invitations.id, id)),
      );
    const due = async (which: "expiring" | "undelivered", actor = admin()) =>
      (await listInvitations(actor, listInvitationsInput.parse({ due: which }))).rows.map(({ id }) => id);
    const [soon, late, gone, revoked] = [
      await invite("STUDENT", led),
      await invite("STUDENT", other),
      await invite(),
      await invite(),
    ];
    await change(soon.id, { days: 2.9 });
    await change(late.id, { days: 3.1, delivery: "failed" });
    await change(gone.id, { days: -1, delivery: "failed" });
    await change(revoked.id, { days: 1, delivery: "failed", status: "revoked" });
    expect(await due("expiring")).toEqual([soon.id]);
    expect(await due("undelivered")).toEqual([late.id]);
    expect(await due("expiring", coach())).toEqual([soon.id]);
    expect(await due("undelivered", coach())).toEqual([]);
    expect(listInvitationsInput.safeParse({ due: "late" }).success).toBe(false);
  });

  test("are listed page by page, those of one sending among them, each once", async () => {
    const emails = Array.from({ length: 11 }, newEmail);
    await sendInvitations(admin(), listOf(emails.join("\n"), { role: "STUDENT" }));
    const seen: string[] = [];
    const ranks: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const input = listInvitationsInput.parse({ cursor, limit: 3, statuses: ["pending"] });
      const page = await listInvitations(admin(), input);
      seen.push(...page.rows.map(({ email }) => email));
      ranks.push(page.from);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual([...emails].sort());
    expect(ranks).toEqual([1, 4, 7, 10]);
    const found = await listInvitations(admin(), listInvitationsInput.parse({ search: emails[4] }));
    expect(found.rows.map(({ email }) => email)).toEqual([emails[4]]);
  });
});
