import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { asOperator } from "@/db/operator";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { acceptInvitationInput } from "@/domain/account";
import type { Role } from "@/domain/roles";
import { hashPassword } from "@/lib/password-hash";
import { createToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";
import { openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { invitationRows, letExpire, listOf, mailedTokens } from "../../../../tests/support/invitations";
import { addClass, addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { newEmail, PASSWORD, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { acceptInvitation } from "./accept-invitation";
import { revokeInvitations } from "./change-invitations";
import { openInvitation } from "./open-invitation";
import { sendInvitations } from "./send-invitations";

const { urls } = await useTestDatabase();

function accept(token: string, more: { name?: string; password?: string; moveHere?: boolean } = {}) {
  const input = acceptInvitationInput.parse({ token, name: "Íñigo Peña", password: PASSWORD, ...more });
  return acceptInvitation(input, { ipAddress: null });
}

async function givePassword({ accountId }: TestPerson): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await asOperator(urls.operator, ({ db }) =>
    db.insert(accountPasswords).values({ accountId, passwordHash }),
  );
}

function membershipsOf(email: string) {
  return asOperator(urls.operator, ({ db }) =>
    db.select().from(users).where(eq(users.email, email)).orderBy(users.joinedAt),
  );
}

function accountsOf(email: string) {
  return asOperator(urls.operator, ({ db }) => db.select().from(accounts).where(eq(accounts.email, email)));
}

describe.each([
  ["app", APART],
  [APART, "app"],
])("joining a school placed in %s", (placement, elsewhere) => {
  let school: TestSchool;

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  /** The token that the mail brings. */
  async function invited(email: string, role: Role = "STUDENT", classId?: string): Promise<string> {
    await sendInvitations(school.actor(school.people.ADMIN), listOf(email, { role, classId }));
    const token = (await mailedTokens(urls.operator, school)).get(email);
    if (!token) throw new Error("not mailed");
    return token;
  }

  test("somebody new gets an account, a membership and their class; the link works once", async () => {
    const email = newEmail();
    const token = await invited(email, "STUDENT", school.classes.other);
    expect(await openInvitation({ token })).toMatchObject({ email, role: "STUDENT", hasAccount: false });
    expect(await refusal(accept(token, { password: "short" }))).toMatchObject({ key: "password.tooShort" });
    expect(await refusal(accept(token, { name: "" }))).toMatchObject({ key: "user.nameEmpty" });
    expect(await accept(token)).toEqual({ email });
    const [member] = await membershipsOf(email);
    if (!member) throw new Error("no member");
    expect(member).toMatchObject({
      organizationId: school.id,
      role: "STUDENT",
      name: "Íñigo Peña",
    });
    const [account] = await accountsOf(email);
    expect(account?.emailVerifiedAt).toBeInstanceOf(Date);
    expect((await rosterOf(urls.operator, school, school.classes.other)).students).toEqual([
      { userId: member.id, state: "active" },
    ]);
    expect(await invitationRows(urls.operator, school)).toMatchObject([
      { status: "accepted", acceptedUserId: member.id },
    ]);
    expect(await eventsAbout(urls.operator, school, member.id)).toMatchObject([
      {
        action: "invitation.accepted",
        actorUserId: member.id,
        after: { role: "STUDENT", classId: school.classes.other },
      },
    ]);
    expect(await refusal(accept(token))).toMatchObject({ kind: "conflict", key: "invitation.used" });
  });

  test("whoever comes into a full class waits, however many come at once", async () => {
    const id = await openClass(school, { name: "Full house", capacity: 2 });
    const emails = Array.from({ length: 8 }, newEmail);
    const tokens: string[] = [];
    for (const email of emails) tokens.push(await invited(email, "STUDENT", id));
    await Promise.all(tokens.map((token) => accept(token)));
    const { active, waiting, waitNumbers } = await placesOf(urls.operator, school, id);
    expect(active).toHaveLength(2);
    expect(waiting).toHaveLength(6);
    expect(waitNumbers).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await eventsAbout(urls.operator, school, waiting[0] ?? "")).at(0)).toMatchObject({
      action: "invitation.accepted",
      after: { classId: id, isWaiting: true },
    });
    const coachEmail = newEmail();
    await accept(await invited(coachEmail, "COACH", id));
    const [coach] = await membershipsOf(coachEmail);
    expect((await rosterOf(urls.operator, school, id)).coaches).toContainEqual({
      userId: coach?.id,
      isLead: false,
    });
    const unledEmail = newEmail();
    await accept(await invited(unledEmail, "COACH", school.classes.other));
    const [unled] = await membershipsOf(unledEmail);
    expect((await rosterOf(urls.operator, school, school.classes.other)).coaches).toEqual([
      { userId: unled?.id, isLead: true },
    ]);
  });

  test("somebody known gives the password of their account, and keeps its name", async () => {
    const other = await makeSchool(urls.operator, elsewhere);
    const person = other.people.PARENT;
    await givePassword(person);
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ leftAt: new Date() }).where(eq(users.id, person.id)),
    );
    const token = await invited(person.email, "PARENT");
    expect(await openInvitation({ token })).toMatchObject({ hasAccount: true });
    expect(await refusal(accept(token, { password: "Not this one 1" }))).toMatchObject({
      kind: "invalid",
      key: "invitation.wrongPassword",
    });
    expect(await membershipsOf(person.email)).toHaveLength(1);
    await accept(token, { name: "" });
    expect((await membershipsOf(person.email)).at(-1)).toMatchObject({
      organizationId: school.id,
      accountId: person.accountId,
      name: person.name,
    });
  });

  test("whoever belongs elsewhere says that they move; the last admin of a school cannot", async () => {
    const other = await makeSchool(urls.operator, elsewhere);
    const { STUDENT, ORG_ADMIN } = other.people;
    await givePassword(STUDENT);
    await givePassword(ORG_ADMIN);
    const token = await invited(STUDENT.email);
    const refused = await refusal(accept(token));
    expect(refused).toMatchObject({ kind: "conflict", key: "invitation.elsewhere", field: "moveHere" });
    expect(await memberRow(urls.operator, STUDENT)).toMatchObject({ leftAt: null });
    await accept(token, { moveHere: true });
    expect(await memberRow(urls.operator, STUDENT)).toMatchObject({ leftAt: expect.any(Date) });
    expect((await rosterOf(urls.operator, other, other.classes.led)).students).toEqual([
      { userId: STUDENT.id, state: "withdrawn" },
    ]);
    expect(await eventsAbout(urls.operator, other, STUDENT.id)).toMatchObject([{ action: "user.left" }]);
    // What its log says must not tell the old school where they went.
    expect(JSON.stringify(await eventsAbout(urls.operator, other, STUDENT.id))).not.toContain(school.id);

    const adminToken = await invited(ORG_ADMIN.email);
    expect(await refusal(accept(adminToken, { moveHere: true }))).toMatchObject({ key: "user.lastAdmin" });
    expect(await membershipsOf(ORG_ADMIN.email)).toMatchObject([{ leftAt: null, organizationId: other.id }]);
    expect(await openInvitation({ token: adminToken })).toMatchObject({ status: "pending" });
  });

  test("a link that was revoked, is out of time, never was, or of a closed school makes nobody a member", async () => {
    const emails = [newEmail(), newEmail(), newEmail()];
    const tokens = [];
    for (const email of emails) tokens.push(await invited(email));
    const [revoked = "", expired = "", closed = ""] = tokens;
    const [first, second] = await invitationRows(urls.operator, school);
    await revokeInvitations(school.actor(school.people.ADMIN), { ids: [first?.id ?? ""] });
    await letExpire(urls.operator, second?.id ?? "");
    expect(await refusal(accept(revoked))).toMatchObject({ key: "invitation.revoked" });
    expect(await refusal(accept(expired))).toMatchObject({ key: "invitation.expired" });
    const never = await refusal(accept(createToken().token));
    expect(never.kind).toBe("not_found");
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ status: "suspended" }).where(eq(organizations.id, school.id)),
    );
    expect(await refusal(accept(closed))).toEqual(never);
    for (const email of emails)
      expect([await accountsOf(email), await membershipsOf(email)]).toEqual([[], []]);
  });

  test("a coach leads a class that nobody leads; parents and archived classes are no one's", async () => {
    const { led, other } = school.classes;
    const archived = await addClass(urls.operator, school, { name: "Of last year" });
    const people = {
      leads: { email: newEmail(), role: "COACH", classId: other },
      assists: { email: newEmail(), role: "COACH", classId: led },
      watches: { email: newEmail(), role: "PARENT", classId: led },
      late: { email: newEmail(), role: "STUDENT", classId: archived },
    } as const;
    const ids: Record<string, string> = {};
    for (const [name, { email, role, classId }] of Object.entries(people)) {
      const token = await invited(email, role, classId);
      if (name === "late")
        await asOperator(urls.operator, async (tx) => {
          await tx.enterPlacement(placement);
          await tx.db.execute(`update classes set state = 'archived' where id = '${archived}'`);
        });
      await accept(token);
      ids[name] = (await membershipsOf(email))[0]?.id ?? "";
    }
    expect((await rosterOf(urls.operator, school, other)).coaches).toEqual([
      { userId: ids.leads, isLead: true },
    ]);
    const ofLed = await rosterOf(urls.operator, school, led);
    expect(ofLed.coaches).toEqual([
      { userId: school.people.COACH.id, isLead: true },
      { userId: ids.assists, isLead: false },
    ]);
    expect(ofLed.students.map(({ userId }) => userId)).toEqual([school.people.STUDENT.id]);
    expect((await rosterOf(urls.operator, school, archived)).students).toEqual([]);
  });

  test("a member keeps the role that the school gave them since", async () => {
    const person = await addMember(urls.operator, school, { role: "PARENT" });
    await givePassword(person);
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ leftAt: new Date() }).where(eq(users.id, person.id)),
    );
    const token = await invited(person.email, "ORG_ADMIN");
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ leftAt: null }).where(eq(users.id, person.id)),
    );
    await accept(token);
    expect(await membershipsOf(person.email)).toMatchObject([{ id: person.id, role: "PARENT" }]);
  });

  test("fifty acceptances at once make one member", async () => {
    const email = newEmail();
    const token = await invited(email);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => accept(token)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(DomainError);
    expect(await membershipsOf(email)).toHaveLength(1);
    expect(await accountsOf(email)).toHaveLength(1);
  });

  test("two schools' links accepted at once make one account with one membership", async () => {
    const other = await makeSchool(urls.operator, elsewhere);
    const email = newEmail();
    await sendInvitations(other.actor(other.people.ADMIN), listOf(email, { role: "STUDENT" }));
    const theirs = (await mailedTokens(urls.operator, other)).get(email) ?? "";
    const results = await Promise.allSettled([accept(await invited(email)), accept(theirs)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(DomainError);
    expect(await membershipsOf(email)).toHaveLength(1);
  });

  test("what is stored opens nothing", async () => {
    const token = await invited(newEmail());
    const sql = connect(urls.owner);
    await sql.unsafe("set role homeroom_operator");
    const tables =
      await sql`select table_name as name from information_schema.tables where table_schema = 'core'`;
    const dump: string[] = [];
    for (const { name } of tables)
      dump.push(JSON.stringify(await sql.unsafe(`select * from core."${name}"`)));
    await sql.end();
    const stored = dump.join("\n");
    expect(stored).toContain(school.id);
    expect(stored).not.toContain(token);
    const candidates = new Set(stored.match(/[\w-]{43,}/g) ?? []);
    expect(candidates.size).toBeGreaterThan(0);
    for (const candidate of candidates)
      expect(await refusal(openInvitation({ token: candidate }))).toMatchObject({ kind: "not_found" });
    await expect(openInvitation({ token })).resolves.toMatchObject({ status: "pending" });
  });
});
