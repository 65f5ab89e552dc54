import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { accounts } from "@/db/schema/core/accounts";
import { outboxMessages } from "@/db/schema/core/operations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { inOrganization } from "@/db/scope";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { invitationRows, listOf, mailedTokens } from "../../../../tests/support/invitations";
import { deliverMail, PASSWORD } from "../../../../tests/support/people";
import { makeSchool, type TestPerson } from "../../../../tests/support/schools";
import { signedInAs } from "../../../../tests/support/signed-in";
import { getNotices, updateNotices } from "../account";
import { acceptInvitation, sendInvitations } from "../invitation";
import { reactivateUsers, setUserRole, suspendUsers } from "../user";
import { notify, type Told } from "./notify";

const { urls } = await useTestDatabase();

/** The messages to a person, newest first, once the queue is empty. */
async function mailFor({ email }: Pick<TestPerson, "email">) {
  await deliverMail();
  const rows = await asOperator(urls.operator, ({ db }) =>
    db.select().from(outboxMessages).where(eq(outboxMessages.recipient, email)),
  );
  return rows.toReversed();
}

const enrolled = (userId: string, className = "5.º B"): Told => ({
  userId,
  notice: { kind: "classes", change: "enrolled", className },
});

describe.each(["app", APART])("in placement %s", async (placement) => {
  const school = await makeSchool(urls.operator, placement);
  const { actor, people } = school;
  const tell = async (told: Told[]) => {
    await inOrganization(actor(people.ORG_ADMIN), (tx) => notify(tx, told));
  };

  test("one act is one message a person, in their language, and leads to where they choose", async () => {
    await asOperator(urls.operator, ({ db }) =>
      db.update(accounts).set({ locale: "es" }).where(eq(accounts.id, people.STUDENT.accountId)),
    );
    await tell([
      enrolled(people.STUDENT.id),
      enrolled(people.STUDENT.id, "Robótica"),
      enrolled(people.PARENT.id),
    ]);
    const [message, ...others] = await mailFor(people.STUDENT);
    expect(others).toEqual([]);
    expect(message?.text).toContain("Ya estás en la clase 5.º B.");
    expect(message?.text).toContain("Ya estás en la clase Robótica.");
    expect(message?.html).toContain('lang="es-VE"');
    expect(message?.headers).toEqual({
      "List-Unsubscribe": expect.stringMatching(/^<https?:\/\/[^>]+\/account\/notifications>$/),
    });
    expect(await mailFor(people.PARENT)).toHaveLength(1);
  });

  test("what was not committed is told to nobody, and nobody is told what they did themselves", async () => {
    const count = (await mailFor(people.COACH)).length;
    const failing = inOrganization(actor(people.ORG_ADMIN), async (tx) => {
      await notify(tx, [enrolled(people.COACH.id)]);
      throw new Error("not after all");
    });
    await expect(failing).rejects.toThrow("not after all");
    await inOrganization(actor(people.COACH), (tx) => notify(tx, [enrolled(people.COACH.id)]));
    expect(await mailFor(people.COACH)).toHaveLength(count);
  });

  test("the choice that holds when the message leaves decides, kind by kind", async () => {
    const who = signedInAs(school, people.COACH);
    expect(await getNotices(who)).toEqual([
      { kind: "coaching", isOn: true },
      { kind: "membership", isOn: true },
      { kind: "invitations", isOn: false },
    ]);
    const count = (await mailFor(people.COACH)).length;
    await tell([{ userId: people.COACH.id, notice: { kind: "coaching", part: "lead", className: "5.º B" } }]);
    await updateNotices(who, { coaching: false });
    expect(await mailFor(people.COACH)).toHaveLength(count);
    await tell([
      { userId: people.COACH.id, notice: { kind: "coaching", part: "lead", className: "5.º B" } },
      { userId: people.COACH.id, notice: { kind: "membership", became: "COACH" } },
    ]);
    const [message] = await mailFor(people.COACH);
    expect(message?.text).toContain("You are a coach now.");
    expect(message?.text).not.toContain("5.º B");
    await updateNotices(who, { coaching: true });
  });

  test("choices made at the same moment are all kept", async () => {
    const who = signedInAs(school, people.ADMIN);
    await Promise.all([
      updateNotices(who, { coaching: false }),
      updateNotices(who, { membership: false }),
      updateNotices(who, { invitations: true }),
    ]);
    expect(await getNotices(who)).toEqual([
      { kind: "coaching", isOn: false },
      { kind: "membership", isOn: false },
      { kind: "invitations", isOn: true },
      { kind: "transfers", isOn: true },
    ]);
  });

  test("a changed role and a closed or opened door are told; inside news stays from who is shut out", async () => {
    const admin = actor(people.ORG_ADMIN);
    const ids = [people.PARENT.id];
    const newest = async () => (await mailFor(people.PARENT))[0]?.text;
    await setUserRole(admin, { ids, role: "STUDENT" });
    expect(await newest()).toContain("You are a student now.");
    await suspendUsers(admin, { ids });
    expect(await newest()).toContain("Your access is suspended");
    await tell([enrolled(people.PARENT.id, "Inside")]);
    expect(await newest()).not.toContain("Inside");
    await reactivateUsers(admin, { ids });
    expect(await newest()).toContain("Your access is open again.");
  });

  test("an inviter who wants to know is told who accepted", async () => {
    const admin = actor(people.ORG_ADMIN);
    const invited = [`first-${placement}@people.example`, `second-${placement}@people.example`];
    await sendInvitations(admin, listOf(invited.join("\n"), { role: "PARENT" }));
    expect(await invitationRows(urls.operator, school)).toHaveLength(2);
    const tokens = await mailedTokens(urls.operator, school);
    const accept = (email = "", name = "") =>
      acceptInvitation(
        { token: tokens.get(email) ?? "", name, password: PASSWORD, moveHere: false },
        { ipAddress: null },
      );
    const count = (await mailFor(people.ORG_ADMIN)).length;
    await accept(invited[0], "Bea Ruiz");
    expect(await mailFor(people.ORG_ADMIN)).toHaveLength(count);
    await updateNotices(signedInAs(school, people.ORG_ADMIN), { invitations: true });
    await accept(invited[1], "Leo Paz");
    const [message] = await mailFor(people.ORG_ADMIN);
    expect(message?.text).toContain("Leo Paz joined as a parent.");
  });

  test("who has left, and a school that is not open, are written nothing", async () => {
    const count = (await mailFor(people.STUDENT)).length;
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ status: "suspended" }).where(eq(organizations.id, school.id)),
    );
    await tell([enrolled(people.STUDENT.id)]);
    expect(await mailFor(people.STUDENT)).toHaveLength(count);
    await asOperator(urls.operator, async ({ db }) => {
      await db.update(organizations).set({ status: "active" }).where(eq(organizations.id, school.id));
      await db.update(users).set({ leftAt: new Date() }).where(eq(users.id, people.STUDENT.id));
    });
    await tell([enrolled(people.STUDENT.id)]);
    expect(await mailFor(people.STUDENT)).toHaveLength(count);
  });
});
