import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { Actor } from "@/db/scope";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { createUser } from "./create-user";
import { transferUser } from "./index";

const { urls } = await useTestDatabase();

const OPERATOR: Actor = { accountId: null, userId: null, name: "Operator", role: "ADMIN", ipAddress: null };

function openMemberships(person: TestPerson) {
  return asOperator(urls.operator, ({ db }) =>
    db
      .select()
      .from(users)
      .where(and(eq(users.accountId, person.accountId), isNull(users.leftAt))),
  );
}

describe.each([
  ["app", APART],
  [APART, "app"],
])("from a school placed in %s to one in %s", (from, to) => {
  let school: TestSchool;
  let target: TestSchool;
  const move = (person: TestPerson, more: Partial<Parameters<typeof transferUser>[1]> = {}) =>
    transferUser(OPERATOR, {
      organizationId: school.id,
      userId: person.id,
      toOrganizationId: target.id,
      ...more,
    });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, from);
    target = await makeSchool(urls.operator, to);
  });

  test("a transfer closes one membership with its classes, opens another, and both logs tell it", async () => {
    const { STUDENT, COACH } = school.people;
    const { userId } = await move(STUDENT);
    await move(COACH, { role: "STUDENT" });
    expect(await memberRow(urls.operator, STUDENT)).toMatchObject({
      organizationId: school.id,
      leftAt: expect.any(Date),
    });
    expect(await openMemberships(STUDENT)).toMatchObject([
      { id: userId, organizationId: target.id, role: "STUDENT", email: STUDENT.email },
    ]);
    expect(await openMemberships(COACH)).toMatchObject([{ organizationId: target.id, role: "STUDENT" }]);
    expect(await rosterOf(urls.operator, school, school.classes.led)).toEqual({
      coaches: [],
      students: [{ userId: STUDENT.id, state: "withdrawn" }],
    });
    expect(await eventsAbout(urls.operator, school, STUDENT.id)).toMatchObject([
      { action: "user.left", actorName: "Operator", before: { role: "STUDENT" } },
    ]);
    expect(await eventsAbout(urls.operator, target, userId)).toMatchObject([
      { action: "user.transferred_in", after: { role: "STUDENT" } },
    ]);
  });

  test("the last active admin stays, and so does everybody where it fails", async () => {
    const { ORG_ADMIN, STUDENT } = school.people;
    expect(await refusal(move(ORG_ADMIN))).toMatchObject({ kind: "conflict", key: "user.lastAdmin" });
    const limited = { ...OPERATOR, role: "ORG_ADMIN" as const };
    const above = transferUser(limited, {
      organizationId: school.id,
      userId: STUDENT.id,
      toOrganizationId: target.id,
      role: "ADMIN",
    });
    expect(await refusal(above)).toMatchObject({ kind: "forbidden", key: "user.roleNotAllowed" });
    for (const person of [ORG_ADMIN, STUDENT])
      expect(await openMemberships(person)).toMatchObject([{ id: person.id, organizationId: school.id }]);
    expect((await rosterOf(urls.operator, school, school.classes.led)).students).toEqual([
      { userId: STUDENT.id, state: "active" },
    ]);
    expect(await eventsAbout(urls.operator, school, STUDENT.id)).toEqual([]);
  });

  test("goes only from where one is to a school that is open", async () => {
    const { STUDENT } = school.people;
    const nowhere = await refusal(move(STUDENT, { toOrganizationId: newId() }));
    expect(nowhere.kind).toBe("not_found");
    expect(await refusal(move(STUDENT, { toOrganizationId: school.id }))).toEqual(nowhere);
    expect(await refusal(move(target.people.STUDENT))).toEqual(nowhere);
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ status: "suspended" }).where(eq(organizations.id, target.id)),
    );
    expect(await refusal(move(STUDENT))).toMatchObject({ key: "organization.notActive" });
  });

  test("an operator's new member has an account without a password, or the one they had", async () => {
    const email = newEmail();
    const made = await createUser(OPERATOR, {
      organizationId: school.id,
      email,
      name: "Nueva Ñandú",
      role: "COACH",
    });
    expect(made.isNewAccount).toBe(true);
    expect(await memberRow(urls.operator, made)).toMatchObject({ email, role: "COACH", name: "Nueva Ñandú" });
    expect(await eventsAbout(urls.operator, school, made.id)).toMatchObject([
      { action: "user.created", after: { email, role: "COACH" } },
    ]);
    const again = { organizationId: school.id, email, name: "Else", role: "COACH" as const };
    expect(await refusal(createUser(OPERATOR, again))).toMatchObject({ key: "user.memberAlready" });
    expect(await refusal(createUser(OPERATOR, { ...again, organizationId: target.id }))).toMatchObject({
      key: "user.memberElsewhere",
    });
    const above = createUser(
      { ...OPERATOR, role: "ORG_ADMIN" },
      { ...again, email: newEmail(), role: "ADMIN" },
    );
    expect(await refusal(above)).toMatchObject({ kind: "forbidden" });
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ leftAt: new Date() }).where(eq(users.id, made.id)),
    );
    const back = await createUser(OPERATOR, { ...again, organizationId: target.id });
    expect(back.isNewAccount).toBe(false);
    expect(await memberRow(urls.operator, back)).toMatchObject({ name: "Nueva Ñandú" });
  });
});
