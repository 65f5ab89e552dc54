import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { users } from "@/db/schema/core/users";
import { guardians, students } from "@/db/schema/tenant/students";
import { findAccountsInput } from "@/domain/record-account";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, tieGuardian } from "../../../../tests/support/students";
import { getRecordAccount } from "../invitation";
import { listOwnRecords } from "../student";
import { findAccounts } from "./get-account";
import { linkAccount, unlinkAccount } from "./link-account";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("accounts of records of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const add = (role: "PARENT" | "STUDENT" | "COACH", name: string) =>
    addMember(urls.operator, school, { role, name });
  const at = (fn: Parameters<typeof atPlacement<unknown>>[2]) => atPlacement(urls.operator, school, fn);
  const events = async (id: string) =>
    (await eventsAbout(urls.operator, school, id)).map(({ action }) => action);

  async function family(name = "Gil, Ana") {
    const studentId = await enterStudent(school, name);
    const { guardianId } = await tieGuardian(school, studentId, "Gil Mora, Iris");
    return { studentId, guardianId, ref: { kind: "guardian" as const, id: guardianId } };
  }

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("a parent who is linked sees the child, and who is not linked any more does not", async () => {
    const { studentId, guardianId, ref } = await family();
    const parent = await add("PARENT", "Iris Gil");
    const asParent = school.actor(parent);
    expect(await listOwnRecords(asParent)).toEqual([]);
    await linkAccount(admin(), { ...ref, userId: parent.id });
    await linkAccount(admin(), { ...ref, userId: parent.id });
    expect(await listOwnRecords(asParent)).toMatchObject([{ id: studentId }]);
    expect(await getRecordAccount(admin(), ref)).toMatchObject({
      account: { id: parent.id, email: parent.email, hasLeft: false },
      invitation: null,
    });
    const undone = { ...ref, userId: parent.id };
    await unlinkAccount(admin(), undone);
    expect(await listOwnRecords(asParent)).toEqual([]);
    expect(await refusal(unlinkAccount(admin(), undone))).toMatchObject({ key: "recordAccount.changed" });
    expect(await events(guardianId)).toEqual([
      ...["guardian.created", "guardian.child_added"],
      ...["guardian.account_linked", "guardian.account_unlinked"],
    ]);
    await linkAccount(admin(), undone);
    expect(await listOwnRecords(asParent)).toHaveLength(1);
  });

  test("a student who is linked sees the own record", async () => {
    const { studentId } = await family("Sola, Eva");
    const student = await add("STUDENT", "Eva Sola");
    await linkAccount(admin(), { kind: "student", id: studentId, userId: student.id });
    expect(await listOwnRecords(school.actor(student))).toMatchObject([{ id: studentId }]);
    expect(await events(studentId)).toContain("student.account_linked");
  });

  test("one account, one record: the other one is named, also where two are linked at once", async () => {
    const [one, two] = [await family("Uno, Ana"), await family("Dos, Ana")];
    const parent = await add("PARENT", "Rosa Paz");
    const attempts = await Promise.allSettled(
      [one, two].map(({ ref }) => linkAccount(admin(), { ...ref, userId: parent.id })),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const free = attempts[0]?.status === "fulfilled" ? two : one;
    expect(await refusal(linkAccount(admin(), { ...free.ref, userId: parent.id }))).toMatchObject({
      ...{ kind: "conflict", key: "guardian.accountTaken", field: "userId" },
      values: { name: "Iris Gil Mora" },
    });
  });

  test("refuses another role, a second account, strangers, and closed records", async () => {
    const { studentId, ref } = await family();
    const [coach, parent, other] = [
      await add("COACH", "Raúl Paz"),
      await add("PARENT", "Uno Paz"),
      await add("PARENT", "Dos Paz"),
    ];
    const link = (userId: string, to = ref) => refusal(linkAccount(admin(), { ...to, userId }));
    expect(await link(coach.id)).toMatchObject({ key: "recordAccount.notA.guardian" });
    expect(await link(newId())).toMatchObject({ kind: "not_found" });
    expect(await link(parent.id, { ...ref, id: newId() })).toMatchObject({ kind: "not_found" });
    const foreign = await makeSchool(urls.operator, placement);
    expect(await link(foreign.people.PARENT.id)).toMatchObject({ kind: "not_found" });
    await linkAccount(admin(), { ...ref, userId: parent.id });
    expect(await link(other.id)).toMatchObject({
      ...{ key: "recordAccount.linked", values: { name: "Uno Paz" } },
    });
    await at(async ({ db }) => {
      await db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, studentId));
      await db.update(guardians).set({ mergedIntoId: ref.id }).where(eq(guardians.id, ref.id));
    });
    expect(await link(other.id)).toMatchObject({ key: "guardian.merged" });
    const student = await add("STUDENT", "Ana Paz");
    const toStudent = linkAccount(admin(), { kind: "student", id: studentId, userId: student.id });
    expect(await refusal(toStudent)).toMatchObject({ key: "student.locked" });
  });

  test("who has left the school makes way for somebody else", async () => {
    const { ref } = await family();
    const [gone, next] = [await add("PARENT", "Luz Gil"), await add("PARENT", "Luz Gil")];
    await linkAccount(admin(), { ...ref, userId: gone.id });
    await at(({ db }) => db.update(users).set({ leftAt: new Date() }).where(eq(users.id, gone.id)));
    expect((await getRecordAccount(admin(), ref)).account).toMatchObject({ id: gone.id, hasLeft: true });
    await linkAccount(admin(), { ...ref, userId: next.id });
    expect((await getRecordAccount(admin(), ref)).account).toMatchObject({ id: next.id });
  });

  test("finds whom it could be: of the role, free, by name or address with or without accents", async () => {
    const { ref } = await family();
    const find = async (search: string) =>
      (await findAccounts(admin(), findAccountsInput.parse({ ...ref, search }))).map(({ id }) => id);
    const parent = await add("PARENT", "Íris Gil Nuñez");
    await add("STUDENT", "Iris Gil Nuñez");
    const taken = await add("PARENT", "Iris Gil Nuñez");
    const other = await family("Otra, Ana");
    await linkAccount(admin(), { ...other.ref, userId: taken.id });
    expect(await find("nunez iris")).toEqual([parent.id]);
    expect(await find(parent.email)).toEqual([parent.id]);
    expect(await find("")).toContain(parent.id);
    expect(await find("nobody")).toEqual([]);
    await at(({ db }) =>
      db.update(guardians).set({ email: school.people.PARENT.email }).where(eq(guardians.id, ref.id)),
    );
    expect((await find(""))[0]).toBe(school.people.PARENT.id);
  });
});
