import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { classes } from "@/db/schema/tenant/classes";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { saveAuthorizedInput, setIncomeInput, updateGuardianInput } from "@/domain/guardian";
import { GUARDIAN_TYPES } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, openYear, tieGuardian } from "../../../../tests/support/students";
import { removeAuthorized, saveAuthorized } from "./authorized";
import { removeGuardian, updateLink } from "./change-link";
import { setPrimaryContact } from "./contact";
import { getFamily } from "./get-family";
import { findGuardians, getGuardian } from "./get-guardian";
import { readIncome } from "./read-income";
import { setIncome, updateGuardian } from "./update-guardian";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("a family of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const enter = (name = "Peña, Ana") => enterStudent(school, name);
  const tie = (...args: [string, string, Parameters<typeof tieGuardian>[3]?]) => tieGuardian(school, ...args);
  const familyOf = async (id: string) => (await getFamily(admin(), { id })).guardians;
  const update = (given: object) => updateGuardian(admin(), updateGuardianInput.parse(given));

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("has guardians in their order; the first is whom the school calls", async () => {
    const id = await enter();
    await tie(id, "Sosa, Luis", { type: "emergency", relationship: "uncle" });
    const { linkId, guardianId } = await tie(id, "Rojas, Rosa", { cedula: "V-8.000.111", mayPickUp: true });
    expect(await familyOf(id)).toMatchObject([
      {
        ...{ linkId, id: guardianId, type: "primary", relationship: "mother", mayPickUp: true },
        ...{ isPrimaryContact: false, firstNames: "Rosa", contact: { cedula: "V8000111" }, account: null },
      },
      { type: "emergency", firstNames: "Luis", isPrimaryContact: true, mayPickUp: false },
    ]);
    const events = await eventsAbout(urls.operator, school, id);
    expect(events.at(-1)).toMatchObject({
      action: "student.guardian_added",
      after: { guardian: { id: guardianId, name: "Rosa Rojas" }, isPrimaryContact: false },
    });
    expect(await eventsAbout(urls.operator, school, guardianId)).toMatchObject([
      { action: "guardian.created", after: { cedula: "V8000111" } },
      { action: "guardian.child_added", after: { student: { id, name: "Ana Peña" } } },
    ]);
  });

  test("shares a person with a second child, and finds them as sibling", async () => {
    const [one, two] = [await enter("Gil, Uno"), await enter("Gil, Dos")];
    const { guardianId } = await tie(one, "Gil Mora, Iris", { cedula: "V-8.222.333" });
    const error = await refusal(tie(two, "Gil, Iris", { cedula: "8222333" }));
    expect(error).toMatchObject({
      ...{ key: "guardian.cedulaTaken", field: "cedula", values: { name: "Iris Gil Mora", id: guardianId } },
    });
    expect(await familyOf(two)).toEqual([]);
    expect(await findGuardians(admin(), { search: "V-8.222" })).toMatchObject([
      { id: guardianId, firstNames: "Iris", children: ["Uno Gil"] },
    ]);
    await tie(two, "", { guardianId, relationship: "grandmother" });
    expect((await getFamily(admin(), { id: one })).siblings).toMatchObject([{ id: two, firstNames: "Dos" }]);
    const { children } = await getGuardian(admin(), { id: guardianId });
    expect(children).toMatchObject([
      { id: two, relationship: "grandmother", isPrimaryContact: true },
      { id: one, relationship: "mother", isPrimaryContact: true },
    ]);
  });

  test("has one of each type, and each person once", async () => {
    const id = await enter();
    const { guardianId } = await tie(id, "Uno, Ana");
    expect(await refusal(tie(id, "Dos, Eva"))).toMatchObject({ key: "guardian.typeTaken", field: "type" });
    expect(await refusal(tie(id, "", { guardianId, type: "secondary" }))).toMatchObject({
      key: "guardian.already",
    });
    await tie(id, "Dos, Eva", { type: "secondary" });
    await tie(id, "Tres, Ida", { type: "emergency" });
    expect((await familyOf(id)).map(({ type }) => type)).toEqual([...GUARDIAN_TYPES]);
  });

  test("takes two guardians that are added at once, with one primary contact", async () => {
    const id = await enter();
    await Promise.all([
      tie(id, "Uno, Ana", { type: "primary", isPrimaryContact: true }),
      tie(id, "Dos, Eva", { type: "secondary", isPrimaryContact: true }),
      tie(id, "Tres, Ida", { type: "emergency" }),
    ]);
    const links = await familyOf(id);
    expect(links).toHaveLength(3);
    expect(links.filter(({ isPrimaryContact }) => isPrimaryContact)).toHaveLength(1);
    await Promise.all(links.map(({ linkId }) => setPrimaryContact(admin(), { linkId })));
    expect((await familyOf(id)).filter(({ isPrimaryContact }) => isPrimaryContact)).toHaveLength(1);
    const same = await Promise.allSettled([
      tie(await enter(), "Par, Ana", { cedula: "V-8.444.555" }),
      tie(await enter(), "Par, Ana", { cedula: "V-8.444.555" }),
    ]);
    expect(same.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("changes places of two guardians, and who is called when one goes", async () => {
    const id = await enter();
    const first = await tie(id, "Uno, Ana");
    const second = await tie(id, "Dos, Eva", { type: "secondary" });
    await tie(id, "Tres, Ida", { type: "emergency" });
    await updateLink(admin(), { linkId: first.linkId, type: "secondary", mayPickUp: true });
    expect(await familyOf(id)).toMatchObject([
      { linkId: second.linkId, type: "primary", firstNames: "Eva", isPrimaryContact: false },
      { linkId: first.linkId, type: "secondary", firstNames: "Ana", isPrimaryContact: true, mayPickUp: true },
      { type: "emergency" },
    ]);
    await removeGuardian(admin(), { linkId: first.linkId });
    expect(await familyOf(id)).toMatchObject([
      { firstNames: "Eva", isPrimaryContact: true },
      { firstNames: "Ida", isPrimaryContact: false },
    ]);
    expect(await refusal(removeGuardian(admin(), { linkId: first.linkId }))).toMatchObject({
      kind: "not_found",
    });
    expect((await getGuardian(admin(), { id: first.guardianId })).children).toEqual([]);
    const actions = (await eventsAbout(urls.operator, school, id)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["student.guardian_changed", "student.guardian_removed"]);
  });

  test("keeps what a child's form says until the person's own word changes it", async () => {
    const { sections } = await openYear(school);
    const one = await enterStudent(school, "Vera, Uno", { sectionId: sections["1A"] });
    const two = await enter("Vera, Dos");
    const { guardianId, linkId } = await tie(one, "Vera, Sol", { cedula: "V-8.555.001" });
    await tie(two, "", { guardianId });
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db.update(guardians).set({ monthlyIncome: 806 }).where(eq(guardians.id, guardianId));
      await db
        .update(studentGuardians)
        .set({ declared: { occupation: "Contadora", education: "TSU", monthlyIncome: 955 } })
        .where(eq(studentGuardians.id, linkId));
    });
    const declared = async () =>
      (await getGuardian(admin(), { id: guardianId })).children.map((child) => child.declared);
    expect(await declared()).toEqual([{}, { occupation: "Contadora", education: "TSU" }]);
    // On the child's own page too, to each as far as they see the person; income to nobody there.
    const { ORG_ADMIN, COACH, PARENT } = school.people;
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db.update(guardians).set({ userId: PARENT.id }).where(eq(guardians.id, guardianId));
      await db.update(classes).set({ sectionId: sections["1A"] }).where(eq(classes.id, school.classes.led));
    });
    const seenBy = async (person: typeof COACH) =>
      (await getFamily(school.actor(person), { id: one })).guardians[0]?.declared;
    expect(await seenBy(ORG_ADMIN)).toEqual({ occupation: "Contadora", education: "TSU" });
    expect(await seenBy(COACH)).toEqual({ occupation: "Contadora" });
    expect(await seenBy(PARENT)).toEqual({});
    await atPlacement(urls.operator, school, ({ db }) =>
      db.update(guardians).set({ userId: null }).where(eq(guardians.id, guardianId)),
    );
    await update({ id: guardianId, education: "", occupation: "Abogada" });
    expect(await declared()).toEqual([{}, { education: "TSU" }]);
    expect(await readIncome(admin(), { id: guardianId })).toMatchObject({
      monthlyIncome: 806,
      declared: [{ studentId: one, firstNames: "Uno", monthlyIncome: 955 }],
    });
    await setIncome(admin(), { id: guardianId, monthlyIncome: 1000.5 });
    expect(await readIncome(admin(), { id: guardianId })).toEqual({ monthlyIncome: 1000.5, declared: [] });
    const events = (await eventsAbout(urls.operator, school, guardianId)).slice(-4);
    expect(events.map(({ action }) => action)).toEqual([
      ...["guardian.updated", "guardian.income_read", "guardian.income_changed", "guardian.income_read"],
    ]);
    // Without the ids, which may hold any digits.
    const values = events.map(({ before, after }) => [before, after]);
    expect(JSON.stringify(values)).not.toMatch(/806|955|1000/);
  });

  test("tells a stale save of a person both versions", async () => {
    const { guardianId: id } = await tie(await enter(), "Mora, Ana");
    await update({ id, address: "Uno", base: { address: "" } });
    expect(await refusal(update({ id, address: "Dos", base: { address: "" } }))).toMatchObject({
      key: "guardian.stale",
      stale: [{ field: "address", theirs: "Uno", by: school.people.ORG_ADMIN.name }],
    });
    const other = await tie(await enter(), "Mora, Eva", { cedula: "V-8.777.001" });
    expect(await refusal(update({ id, cedula: "V-8.777.001" }))).toMatchObject({
      ...{ key: "guardian.cedulaTaken", values: { name: "Eva Mora", id: other.guardianId } },
    });
  });

  test("tells a stale save of an income that there is another, and not which", async () => {
    const { guardianId: id } = await tie(await enter(), "Mora, Luz");
    const set = (monthlyIncome: number | null, base?: number | null) =>
      setIncome(admin(), setIncomeInput.parse({ id, monthlyIncome, base }));
    await set(500, null);
    const refused = await refusal(set(700, null));
    expect(refused).toMatchObject({ kind: "conflict", key: "guardian.incomeStale" });
    expect(JSON.stringify(refused)).not.toContain("500");
    // Who has written the same is not in the way.
    await set(500, null);
    await set(700, 500);
    expect(await readIncome(admin(), { id })).toMatchObject({ monthlyIncome: 700 });
  });

  test("tells a stale save of who may pick up both versions, and keeps what the others changed besides", async () => {
    const studentId = await enter();
    const save = (given: object) =>
      saveAuthorized(admin(), saveAuthorizedInput.parse({ studentId, place: 1, ...given }));
    const first = { firstNames: "Pablo", lastNames: "Gil", notes: "Tío" };
    const { id } = await save({ ...first, base: null });
    expect(await refusal(save({ firstNames: "Otro", base: null }))).toMatchObject({
      ...{ key: "guardian.placeTaken", values: { name: "Pablo Gil" } },
    });
    await save({ ...first, notes: "Padrino", mobilePhone: "0414-3757096", base: first });
    expect(await refusal(save({ ...first, notes: "Vecino", base: first }))).toMatchObject({
      key: "guardian.stale",
      stale: [{ field: "notes", theirs: "Padrino", by: school.people.ORG_ADMIN.name }],
    });
    await save({ ...first, firstNames: "Pablo José", base: first });
    expect((await getFamily(admin(), { id: studentId })).authorized).toMatchObject([
      { firstNames: "Pablo José", phones: { notes: "Padrino", mobilePhone: "+584143757096" } },
    ]);
    await removeAuthorized(admin(), { id });
    expect(await refusal(save({ ...first, base: first }))).toMatchObject({ key: "guardian.placeEmptied" });
    await save(first);
  });

  test("has a guardian back as before after the removal is undone", async () => {
    const id = await enter();
    const { linkId, guardianId } = await tie(id, "Uno, Ana", { mayPickUp: true });
    await tie(id, "Dos, Eva", { type: "secondary" });
    const before = await familyOf(id);
    await removeGuardian(admin(), { linkId });
    await tie(id, "", { guardianId, mayPickUp: true, isPrimaryContact: true });
    const same = ({ linkId: _link, ...rest }: (typeof before)[number]) => rest;
    expect((await familyOf(id)).map(same)).toEqual(before.map(same));
  });

  test("lets two others pick up", async () => {
    const studentId = await enter();
    const save = (given: object) =>
      saveAuthorized(admin(), saveAuthorizedInput.parse({ studentId, ...given }));
    const { id } = await save({ place: 1, firstNames: "Pablo", mobilePhone: "0414 375.7096" });
    await save({ place: 2, firstNames: "Berta", lastNames: "Gil", relationship: "aunt" });
    expect(await save({ place: 1, firstNames: "Pablo José", mobilePhone: "" })).toEqual({ id });
    expect((await getFamily(admin(), { id: studentId })).authorized).toMatchObject([
      { place: 1, firstNames: "Pablo José", phones: { mobilePhone: "" } },
      { place: 2, firstNames: "Berta", relationship: "aunt" },
    ]);
    await removeAuthorized(admin(), { id });
    expect((await getFamily(admin(), { id: studentId })).authorized).toMatchObject([{ place: 2 }]);
    expect(await refusal(removeAuthorized(admin(), { id }))).toMatchObject({ kind: "not_found" });
    expect((await eventsAbout(urls.operator, school, studentId)).slice(1)).toMatchObject([
      { action: "student.authorized_saved", after: { name: "Pablo", mobilePhone: "+584143757096" } },
      { action: "student.authorized_saved", after: { name: "Berta Gil" } },
      { action: "student.authorized_saved", before: { name: "Pablo" }, after: { name: "Pablo José" } },
      { action: "student.authorized_removed", before: { name: "Pablo José" } },
    ]);
  });

  test("of a closed record, of a merged person and of another school stays as it is", async () => {
    const [id, other] = [await enter(), await enter()];
    const { linkId, guardianId } = await tie(id, "Uno, Ana");
    const { guardianId: kept } = await tie(other, "Uno, Ana Luz");
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, id));
      await db.update(guardians).set({ mergedIntoId: kept }).where(eq(guardians.id, guardianId));
    });
    for (const refused of await Promise.all(
      [
        tie(id, "Dos, Eva", { type: "secondary" }),
        updateLink(admin(), { linkId, mayPickUp: true }),
        removeGuardian(admin(), { linkId }),
        saveAuthorized(admin(), saveAuthorizedInput.parse({ studentId: id, place: 1, firstNames: "Eva" })),
      ].map((attempt) => refusal(attempt)),
    ))
      expect(refused).toMatchObject({ key: "student.locked" });
    expect(await refusal(update({ id: guardianId, address: "x" }))).toMatchObject({ key: "guardian.merged" });
    expect(await getGuardian(admin(), { id: guardianId })).toMatchObject({
      ...{ mergedIntoName: "Ana Luz Uno", rights: { edit: false, income: true } },
    });
    const neighbour = await makeSchool(urls.operator, placement);
    const by = neighbour.actor(neighbour.people.ORG_ADMIN);
    for (const refused of await Promise.all(
      [
        getGuardian(by, { id: kept }),
        readIncome(by, { id: kept }),
        setPrimaryContact(by, { linkId }),
        updateGuardian(by, { id: kept, address: "x" }),
        getFamily(by, { id: other }),
        getGuardian(admin(), { id: newId() }),
      ].map((attempt) => refusal(attempt)),
    ))
      expect(refused).toMatchObject({ kind: "not_found" });
  });

  test("shows a parent how to reach themselves, and of others only who they are", async () => {
    const { PARENT, COACH } = school.people;
    const id = await enter();
    const { guardianId } = await tie(id, "Rey, Ana", { cedula: "V-8.999.001" });
    await tie(id, "Rey, Leo", { type: "secondary", relationship: "father", cedula: "V-8.999.002" });
    await atPlacement(urls.operator, school, ({ db }) =>
      db.update(guardians).set({ userId: PARENT.id }).where(eq(guardians.id, guardianId)),
    );
    const seen = await getFamily(school.actor(PARENT), { id });
    expect(seen.guardians).toMatchObject([
      { firstNames: "Ana", contact: { cedula: "V8999001" }, account: null },
      { firstNames: "Leo", relationship: "father", contact: null },
    ]);
    expect(await refusal(getFamily(school.actor(COACH), { id }))).toMatchObject({ kind: "not_found" });
  });
});
