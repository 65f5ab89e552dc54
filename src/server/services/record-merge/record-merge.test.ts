import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOperator, type OperatorTx } from "@/db/operator";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { studentImports } from "@/db/schema/tenant/student-imports";
import {
  academicRecords,
  attendanceDays,
  incidents,
  studentDocuments,
  vaccinations,
} from "@/db/schema/tenant/student-records";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import { updateGuardianInput } from "@/domain/guardian";
import { applyMergeInput } from "@/domain/record-merge";
import { listStudentsInput, updateStudentInput } from "@/domain/student";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addDuplicate, addStudentRecords } from "../../../../tests/support/student-records";
import { addGuardian, findGuardians, getFamily, getGuardian, updateGuardian } from "../guardian";
import { getHealth } from "../health";
import { getStudent, listStudents, setStudentStatus, updateStudent } from "../student";
import { applyMerge, findDuplicates, listMerges, previewMerge, showSensitive, undoMerge } from ".";
import { PARTS } from "./read-students";

const { urls } = await useTestDatabase();

/** Tables that refer to a student and of which a merge moves nothing, and why. */
const STAYING = {
  rollover_students: "what a rollover did is told of the record that it did it to",
  students: "merged records point at the one that stays",
};

describe.each(["app", APART])("merging records of a school placed in %s", (placement) => {
  let school: TestSchool;
  let records: Awaited<ReturnType<typeof addStudentRecords>> & { duplicateId: string };
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const inside = <T>(fn: (tx: OperatorTx) => Promise<T>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return fn(tx);
    });
  const own = () => ({ organizationId: school.id });

  const apply = (given: object = {}) =>
    applyMerge(
      admin(),
      applyMergeInput.parse({
        ...{ kind: "student", keptId: records.studentId, mergedId: records.duplicateId },
        ...given,
      }),
    );
  const guardianPair = () => ({
    ...{ kind: "guardian" as const, keptId: records.guardianId, mergedId: records.twinGuardianId },
  });
  const studentPair = () => ({
    ...{ kind: "student" as const, keptId: records.studentId, mergedId: records.duplicateId },
  });
  const undo = (id: string) => undoMerge(admin(), { id });
  const studentRow = async (id: string) => {
    const [row] = await inside((tx) => tx.db.select().from(students).where(eq(students.id, id)));
    return row;
  };
  const setStudent = (id: string, values: Partial<typeof students.$inferInsert>) =>
    inside((tx) => tx.db.update(students).set(values).where(eq(students.id, id)));
  const familyOf = async (id: string) => (await getFamily(admin(), { id })).guardians;

  /** Every row of the school in the tenant plane, but the notes of merges and when a row was last written. */
  const everything = () =>
    inside(async (tx) => {
      const tables = await tx.db.execute<{ name: string }>(sql`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace::regnamespace::text = ${placement}
          and a.attname = 'organization_id' and c.relname <> 'record_merges' order by 1`);
      const found: Record<string, unknown[]> = {};
      for (const { name } of tables)
        found[name] = [
          ...(await tx.db.execute<{ row: unknown }>(sql`
            select to_jsonb(t) - 'updated_at' as row from ${sql.identifier(name)} t
            where organization_id = ${school.id} order by to_jsonb(t) ->> 'id'`)),
        ].map(({ row }) => row);
      return found;
    });

  /** The second record of the student, as full as the first, with parts that both have and parts of its own. */
  async function fillDuplicate() {
    const { duplicateId: studentId, studentId: firstId, word } = records;
    const guardianIds = { shared: records.guardianId, own: newId() };
    await inside(async (tx) => {
      await tx.db.insert(guardians).values({
        ...{ ...own(), id: guardianIds.own, firstNames: "Iris", lastNames: word },
        ...{ sortKey: sortKey(`${word} Iris`), searchKey: " iris" },
      });
      await tx.db.insert(studentGuardians).values([
        {
          ...{ ...own(), id: newId(), studentId, guardianId: guardianIds.shared },
          ...{ type: "secondary", relationship: "mother" },
        },
        {
          ...{ ...own(), id: newId(), studentId, guardianId: guardianIds.own, isPrimaryContact: true },
          ...{ type: "primary", relationship: "aunt", mayPickUp: true },
        },
      ]);
      await tx.db.insert(authorizedPersons).values([
        { ...own(), id: newId(), studentId, place: 1, firstNames: "PETRA", lastNames: word },
        { ...own(), id: newId(), studentId, place: 2, firstNames: "Julio", lastNames: word },
      ]);
      await tx.db.insert(studentStatuses).values([
        { ...own(), id: newId(), studentId, status: "active", since: "2025-10-01" },
        { ...own(), id: newId(), studentId, status: "inactive", since: "2025-11-01" },
      ]);
      await tx.db.insert(healthRecords).values({
        ...{ ...own(), id: newId(), studentId, allergies: "Polen", medication: "Salbutamol" },
      });
      await tx.db.insert(academicRecords).values([
        {
          ...{ ...own(), id: newId(), studentId, year: "2024-2025", grade: "Preescolar" },
          ...{ school: word, result: "promoted" },
        },
        { ...own(), id: newId(), studentId, year: "2023-2024", grade: "Preescolar" },
      ]);
      await tx.db.insert(vaccinations).values([
        { ...own(), id: newId(), studentId, vaccine: `BCG ${word}` },
        { ...own(), id: newId(), studentId, vaccine: "Polio" },
      ]);
      await tx.db.insert(attendanceDays).values([
        { ...own(), id: newId(), studentId, day: "2026-01-21", mark: "absent", recordedBy: "Ana" },
        { ...own(), id: newId(), studentId, day: "2026-01-22", mark: "absent", recordedBy: "Ana" },
      ]);
      await tx.db.insert(incidents).values({
        ...{ ...own(), id: newId(), studentId, kind: "conduct", severity: "minor" },
        ...{ occurredOn: "2026-02-02", reportedBy: "Ana", description: "Corrió" },
      });
      await tx.db.insert(studentDocuments).values({
        ...{
          ...own(),
          id: newId(),
          studentId,
          kind: "other",
          name: "otro.pdf",
          mediaType: "application/pdf",
        },
        ...{ byteSize: 1, storageKey: `schools/${school.id}/students/${studentId}/documents/x.pdf` },
      });
      await tx.db
        .update(students)
        .set({
          photoKey: `schools/${school.id}/students/${studentId}/photos/dos.webp`,
          address: "Calle 2",
          homePhone: "02121234567",
          status: "inactive",
          schoolCedula: "112345678",
        })
        .where(eq(students.id, studentId));
      await tx.db.update(students).set({ homePhone: "02127654321" }).where(eq(students.id, firstId));
    });
    return guardianIds;
  }

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    records = await inside(async (tx) => {
      const made = await addStudentRecords(tx, school);
      return { ...made, duplicateId: await addDuplicate(tx, school, made) };
    });
  });

  test("every table about a student moves or is known to stay", async () => {
    const tables = await inside((tx) =>
      tx.db.execute<{ name: string }>(sql`
        select distinct c.conrelid::regclass::text as name from pg_constraint c
        where c.contype = 'f' and c.confrelid = 'students'::regclass order by 1`),
    );
    const moving = ["authorized_persons", "health_records", "student_guardians"];
    const parts = Object.keys({ ...PARTS, ...STAYING }).length + moving.length;
    expect(tables).toHaveLength(parts);
  });

  test("apply and undo leave every row of the school as it was", async () => {
    await fillDuplicate();
    const before = await everything();
    const { id } = await apply({ choices: { homePhone: "merged", code: "merged", cedula: "merged" } });
    const between = await everything();
    expect(between).not.toEqual(before);
    expect(await undo(id)).toEqual({ kept: [] });
    expect(await everything()).toEqual(before);
    expect(await refusal(undo(id))).toMatchObject({ kind: "conflict", key: "merge.undone" });
    const guardian = await applyMerge(admin(), applyMergeInput.parse(guardianPair()));
    expect(await everything()).not.toEqual(before);
    expect(await undo(guardian.id)).toEqual({ kept: [] });
    expect(await everything()).toEqual(before);
  });

  test("the other way round too, with the account and everything of the record that goes", async () => {
    const { own: ownGuardian } = await fillDuplicate();
    const before = await everything();
    const { id } = await apply({ keptId: records.duplicateId, mergedId: records.studentId });
    expect(await studentRow(records.duplicateId)).toMatchObject({ userId: school.people.STUDENT.id });
    expect(await studentRow(records.studentId)).toMatchObject({ userId: null });
    const family = await familyOf(records.duplicateId);
    expect(family.filter(({ isPrimaryContact }) => isPrimaryContact)).toMatchObject([{ id: ownGuardian }]);
    expect(await undo(id)).toEqual({ kept: [] });
    expect(await everything()).toEqual(before);
  });

  test("the record that stays has what was chosen, and what it had not itself", async () => {
    const { shared, own: ownGuardian } = await fillDuplicate();
    const preview = await previewMerge(admin(), studentPair());
    expect(preview.refusals).toEqual([]);
    const field = (name: string) => preview.fields.find((one) => one.field === name);
    expect(field("address")).toMatchObject({ kept: "", merged: "Calle 2", choice: "merged" });
    expect(field("homePhone")).toMatchObject({ choice: "kept", isSame: false });
    expect(field("allergies")).toMatchObject({ kept: null, merged: null, choice: "both" });
    expect(field("email")).toBeUndefined();
    expect(JSON.stringify(preview)).not.toMatch(/Maní|Asma|Polen|Corrió|BCG/);
    expect(preview.counts).toEqual({
      ...{
        guardians: 1,
        authorized: 1,
        statuses: 1,
        academic: 1,
        attendance: 1,
        incidents: 1,
        vaccinations: 1,
      },
      ...{ documents: 1, classes: 0 },
    });
    await apply({ choices: { homePhone: "merged" }, version: preview.version });
    expect(await getStudent(admin(), { id: records.studentId })).toMatchObject({
      ...{ address: "Calle 2", homePhone: "02121234567", status: "active", schoolCedula: "112345678" },
    });
    expect(await familyOf(records.studentId)).toMatchObject([
      { id: shared, type: "primary", isPrimaryContact: true },
      { id: records.twinGuardianId, type: "secondary", isPrimaryContact: false },
      { id: ownGuardian, type: "emergency", isPrimaryContact: false, mayPickUp: true },
    ]);
    const health = await getHealth(admin(), { studentId: records.studentId });
    expect(health).toMatchObject({ allergies: `Maní ${records.word}\nPolen`, medication: "Salbutamol" });
    expect(health.vaccinations).toHaveLength(2);
    const { authorized } = await getFamily(admin(), { id: records.studentId });
    expect(authorized.map(({ firstNames }) => firstNames)).toEqual(["Petra", "Julio"]);
  });

  test("the history ends with the status that was chosen", async () => {
    await fillDuplicate();
    await apply();
    const rows = await inside((tx) =>
      tx.db
        .select({ status: studentStatuses.status })
        .from(studentStatuses)
        .where(eq(studentStatuses.studentId, records.studentId))
        .orderBy(studentStatuses.since, studentStatuses.id),
    );
    expect(rows.map(({ status }) => status)).toEqual(["inactive", "active", "inactive", "active"]);
  });

  test("the record that went is in no list, and its address leads to the other", async () => {
    const { word } = records;
    const listed = async () =>
      (await listStudents(admin(), listStudentsInput.parse({ search: word }))).rows.map(({ id }) => id);
    expect(await listed()).toContain(records.duplicateId);
    const { id } = await apply();
    expect(await listed()).not.toContain(records.duplicateId);
    expect(await getStudent(admin(), { id: records.duplicateId })).toMatchObject({
      ...{ mergedIntoId: records.studentId, closed: "merged", rights: { edit: false } },
    });
    expect(await listMerges(admin(), { kind: "student" })).toMatchObject([
      { id, keptName: `Nahia ${word}`, mergedName: `Nahia ${word}`, undoneAt: null },
      { id: records.mergeId },
    ]);
    await applyMerge(admin(), applyMergeInput.parse(guardianPair()));
    expect(await findGuardians(admin(), { search: `María ${word}` })).toEqual([]);
  });

  test("both logs tell it, without health or income", async () => {
    await fillDuplicate();
    await inside((tx) =>
      tx.db.update(guardians).set({ monthlyIncome: 777 }).where(eq(guardians.id, records.twinGuardianId)),
    );
    const { id } = await apply();
    const guardian = await applyMerge(
      admin(),
      applyMergeInput.parse({ ...guardianPair(), choices: { monthlyIncome: "merged" } }),
    );
    await undo(guardian.id);
    await undo(id);
    const about = async (...ids: string[]) =>
      (await Promise.all(ids.map((one) => eventsAbout(urls.operator, school, one)))).flat();
    const told = await about(records.studentId, records.duplicateId);
    expect(told.map(({ action }) => action)).toEqual([
      ...["student.merged", "student.guardian_merged", "student.guardian_merged", "student.merge_undone"],
      ...["student.merged_into", "student.merge_undone"],
    ]);
    expect(told[0]).toMatchObject({ after: { address: "Calle 2", allergies: "[masked]", incidents: 1 } });
    const people = await about(records.guardianId, records.twinGuardianId);
    expect(people.map(({ action }) => action)).toEqual([
      ...["guardian.merged", "guardian.merge_undone", "guardian.merged_into", "guardian.merge_undone"],
    ]);
    expect(JSON.stringify([told, people])).not.toMatch(/Polen|Maní|Salbutamol|Corrió|:777|1234\.5/);
  });

  test("health and income are shown to who asks, and the reading is told", async () => {
    await fillDuplicate();
    const health = await showSensitive(admin(), studentPair());
    expect(health).toContainEqual({
      ...{ field: "allergies", kept: `Maní ${records.word}`, merged: "Polen" },
    });
    for (const id of [records.studentId, records.duplicateId])
      expect(await eventsAbout(urls.operator, school, id)).toMatchObject([{ action: "health.read" }]);
    expect(await showSensitive(admin(), guardianPair())).toEqual([
      { field: "monthlyIncome", kept: 1234.5, merged: null },
    ]);
    expect(await eventsAbout(urls.operator, school, records.twinGuardianId)).toMatchObject([
      { action: "guardian.income_read" },
    ]);
  });

  test("of a child of both guardians one tie stays, with what was more in the two", async () => {
    const { studentId, guardianId, twinGuardianId, twinId } = records;
    await addGuardian(admin(), {
      ...{ studentId: twinId, guardianId: twinGuardianId, type: "primary", relationship: "mother" },
      ...{ mayPickUp: true, isPrimaryContact: true },
    });
    const pair = { kind: "guardian", keptId: twinGuardianId, mergedId: guardianId };
    expect(await previewMerge(admin(), { ...guardianPair() })).toMatchObject({
      children: [
        { id: studentId, isTwin: true },
        { id: twinId, isTwin: false },
      ],
    });
    const before = await everything();
    const { id } = await applyMerge(admin(), applyMergeInput.parse(pair));
    expect(await familyOf(studentId)).toMatchObject([
      { id: twinGuardianId, type: "primary", isPrimaryContact: true },
    ]);
    expect(await getGuardian(admin(), { id: twinGuardianId })).toMatchObject({
      account: { id: school.people.PARENT.id },
    });
    expect((await getGuardian(admin(), { id: guardianId })).mergedIntoId).toBe(twinGuardianId);
    expect(await undo(id)).toEqual({ kept: [] });
    expect(await everything()).toEqual(before);
  });

  test("a child whose record has gone keeps its family as it was", async () => {
    const { twinId, twinGuardianId } = records;
    await addGuardian(admin(), {
      ...{ studentId: twinId, guardianId: twinGuardianId, type: "primary", relationship: "mother" },
      ...{ mayPickUp: true, isPrimaryContact: true },
    });
    await setStudent(twinId, { lockedAt: new Date(), status: "transferred" });
    await applyMerge(admin(), applyMergeInput.parse(guardianPair()));
    expect(await familyOf(twinId)).toMatchObject([{ id: twinGuardianId }]);
  });

  test("what was edited since a merge is kept at its undo, and named", async () => {
    await fillDuplicate();
    const { studentId, duplicateId } = records;
    const { id } = await apply({ choices: { homePhone: "merged", lastNames: "merged" } });
    await updateStudent(admin(), updateStudentInput.parse({ id: studentId, address: "Calle 3" }));
    await setStudentStatus(admin(), {
      ...{ ids: [studentId], status: "inactive", since: "2026-11-28", reason: "" },
      ...{ otherSchool: "", otherSchoolCode: "" },
    });
    const { kept } = await undo(id);
    expect(kept).toEqual([{ part: "field", field: "address" }]);
    expect(await studentRow(studentId)).toMatchObject({
      ...{ address: "Calle 3", homePhone: "02127654321", status: "inactive" },
    });
    expect(await studentRow(duplicateId)).toMatchObject({ address: "Calle 2", mergedIntoId: null });
    expect(await familyOf(studentId)).toHaveLength(2);
    const guardian = await applyMerge(
      admin(),
      applyMergeInput.parse({ ...guardianPair(), choices: { firstNames: "merged", cedula: "merged" } }),
    );
    await updateGuardian(
      admin(),
      updateGuardianInput.parse({ id: records.guardianId, firstNames: "Olguita" }),
    );
    expect(await undo(guardian.id)).toEqual({ kept: [{ part: "field", field: "firstNames" }] });
  });

  test("a number that somebody else has by now does not come back", async () => {
    const { duplicateId, twinId } = records;
    const { cedula, code } = (await studentRow(duplicateId)) ?? {};
    const { id } = await apply();
    await updateStudent(admin(), updateStudentInput.parse({ id: twinId, cedula, code }));
    expect(await undo(id)).toEqual({
      kept: [
        { part: "number", field: "code", name: code },
        { part: "number", field: "cedula", name: cedula },
      ],
    });
    const row = await studentRow(duplicateId);
    expect(row).toMatchObject({ cedula: null, mergedIntoId: null });
    expect(row?.code).toMatch(/^\d{4}$/);
  });

  test("a merge on which another one followed waits for it", async () => {
    const first = await apply();
    await inside((tx) =>
      tx.db
        .update(studentTransfers)
        .set({ status: "withdrawn", closedAt: new Date() })
        .where(eq(studentTransfers.id, records.studentTransferId)),
    );
    const second = await apply({ keptId: records.twinId, mergedId: records.studentId });
    expect(await refusal(undo(first.id))).toMatchObject({ kind: "conflict", key: "merge.followed" });
    await undo(second.id);
    expect(await undo(first.id)).toEqual({ kept: [] });
  });

  test.each([
    [
      "one that has gone to another school",
      "locked",
      () => setStudent(records.duplicateId, { lockedAt: new Date() }),
    ],
    [
      "one that was merged",
      "merged",
      () => setStudent(records.duplicateId, { mergedIntoId: records.studentId }),
    ],
    [
      "two with accounts",
      "accounts",
      () => setStudent(records.duplicateId, { userId: school.people.PARENT.id }),
    ],
    [
      "while an import goes on",
      "import",
      () =>
        inside((tx) =>
          tx.db
            .update(studentImports)
            .set({ state: "applying" })
            .where(eq(studentImports.id, records.importId)),
        ),
    ],
  ] as const)("refuses %s, and changes nothing", async (_what, code, prepare) => {
    await prepare();
    const before = await everything();
    expect((await previewMerge(admin(), studentPair())).refusals).toMatchObject([{ code }]);
    expect(await refusal(apply())).toMatchObject({ kind: "conflict", key: `merge.${code}` });
    expect(await everything()).toEqual(before);
  });

  test("refuses a student whose transfer is under way", async () => {
    expect(await refusal(apply({ mergedId: records.twinId }))).toMatchObject({
      ...{ kind: "conflict", key: "merge.transfer", values: { name: `Naia ${records.word}` } },
    });
  });

  test("never leaves a student with a fourth guardian, or a third authorised person", async () => {
    await fillDuplicate();
    await addGuardian(admin(), {
      ...{ studentId: records.studentId, type: "emergency", relationship: "aunt", mayPickUp: false },
      ...{ isPrimaryContact: false, person: { firstNames: "Otra", lastNames: "Más" } },
    });
    const before = await everything();
    expect(await refusal(apply())).toMatchObject({
      ...{ kind: "conflict", key: "merge.guardians", values: { count: 4, max: 3 } },
    });
    expect(await everything()).toEqual(before);
    const { guardians: people } = await previewMerge(admin(), studentPair());
    const leave = people.filter(({ of, isTwin }) => of === "merged" && !isTwin).map(({ id }) => id);
    const { id } = await apply({ leave });
    expect(await familyOf(records.studentId)).toHaveLength(3);
    expect(await undo(id)).toEqual({ kept: [] });
    expect(await everything()).toEqual(before);
  });

  test("refuses what was changed since the preview, and a choice that there is not", async () => {
    const { version } = await previewMerge(admin(), studentPair());
    await updateStudent(admin(), updateStudentInput.parse({ id: records.duplicateId, address: "Calle 9" }));
    expect(await refusal(apply({ version }))).toMatchObject({ kind: "conflict", key: "merge.changed" });
    expect(await refusal(apply({ choices: { sortKey: "merged" } }))).toMatchObject({ key: "merge.choice" });
    expect(await refusal(apply({ choices: { address: "both" } }))).toMatchObject({ key: "merge.choice" });
  });

  test("of merges at once of one record, one is done", async () => {
    const { studentId, duplicateId } = records;
    const outcomes = await Promise.allSettled([
      apply(),
      apply({ keptId: duplicateId, mergedId: studentId }),
      apply(),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ key: "merge.merged" });
    const rows = await inside((tx) =>
      tx.db
        .select({ mergedIntoId: students.mergedIntoId })
        .from(students)
        .where(inArray(students.id, [studentId, duplicateId])),
    );
    expect(rows.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(1);
    const people = await Promise.allSettled([
      applyMerge(admin(), applyMergeInput.parse(guardianPair())),
      applyMerge(
        admin(),
        applyMergeInput.parse({
          ...guardianPair(),
          keptId: records.twinGuardianId,
          mergedId: records.guardianId,
        }),
      ),
    ]);
    expect(people.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("an edit at once with a merge is in the record that stays, or is told that it came too late", async () => {
    const { duplicateId, studentId } = records;
    const [merged, edited] = await Promise.allSettled([
      apply({ choices: { address: "merged" } }),
      updateStudent(admin(), updateStudentInput.parse({ id: duplicateId, address: "Calle 7" })),
    ]);
    expect(merged.status).toBe("fulfilled");
    const { address } = (await studentRow(studentId)) ?? {};
    if (edited.status === "fulfilled") expect(address).toBe("Calle 7");
    else expect(edited.reason).toMatchObject({ key: "student.merged" });
    const people = await Promise.allSettled([
      applyMerge(admin(), applyMergeInput.parse(guardianPair())),
      addGuardian(admin(), {
        ...{ studentId: records.twinId, guardianId: records.twinGuardianId, type: "primary" },
        ...{ relationship: "mother", mayPickUp: true, isPrimaryContact: true },
      }),
    ]);
    const ties = await inside((tx) =>
      tx.db
        .select({ id: studentGuardians.id })
        .from(studentGuardians)
        .innerJoin(guardians, eq(guardians.id, studentGuardians.guardianId))
        .where(
          and(
            eq(studentGuardians.organizationId, school.id),
            sql`${guardians.mergedIntoId} is not null and ${studentGuardians.studentId} <> ${records.duplicateId}`,
          ),
        ),
    );
    expect(people.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(ties).toEqual([]);
  });

  test("undone twice at once, it is undone once", async () => {
    const { id } = await apply();
    const outcomes = await Promise.allSettled([undo(id), undo(id)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("likely duplicates", () => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const pairsOf = async (kind: "student" | "guardian") => {
    const { rows } = await findDuplicates(admin(), { kind });
    return rows.map(({ reasons, pair }) => [reasons, pair.map(({ name }) => name).sort()]);
  };

  beforeAll(async () => {
    school = await makeSchool(urls.operator, APART);
    const student = (firstNames: string, lastNames: string, more: Partial<typeof students.$inferInsert>) => {
      const id = newId();
      return {
        ...{ organizationId: school.id, id, code: id, firstNames, lastNames, searchKey: "" },
        ...{
          sortKey: sortKey(`${lastNames} ${firstNames}`),
          gender: "female" as const,
          birthDate: "2015-01-01",
        },
        ...more,
      };
    };
    const guardian = (
      firstNames: string,
      lastNames: string,
      more: Partial<typeof guardians.$inferInsert>,
    ) => ({
      ...{ organizationId: school.id, id: newId(), firstNames, lastNames, searchKey: "" },
      ...{ sortKey: sortKey(`${lastNames} ${firstNames}`) },
      ...more,
    });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(APART);
      const gone = student("Ana", "Peña", { lockedAt: new Date(), status: "transferred" });
      await tx.db
        .insert(students)
        .values([
          gone,
          student("Ána", "PEÑA", { cedula: "V30111222" }),
          student("Ana", "Peña", { cedula: "E30111222" }),
          student("Ana", "Peña", { birthDate: "2015-02-02" }),
          student("Luz", "Gil", { schoolCedula: "0112345678" }),
          student("Luz María", "Gil", { schoolCedula: "112345678" }),
          student("Ana", "Gil", {}),
        ]);
      await tx.db
        .insert(guardians)
        .values([
          guardian("Rosa", "Sosa", { mobilePhone: "04141112233", email: "" }),
          guardian("ROSA", "Sosa", { mobilePhone: "04141112233", email: "" }),
          guardian("Luis", "Sosa", { mobilePhone: "04141112233" }),
          guardian("Iris", "Mora", { email: "iris@mora.example" }),
          guardian("Iris", "Mora", { email: "iris@mora.example" }),
          guardian("Pía", "Ruiz", {}),
          guardian("Pía", "Ruiz", {}),
        ]);
    });
  });

  test("are pairs with a reason, the likeliest first", async () => {
    expect(await pairsOf("student")).toEqual([
      [
        ["cedula", "name"],
        ["Ana Peña", "Ána PEÑA"],
      ],
      [["school_cedula"], ["Luz Gil", "Luz María Gil"]],
    ]);
    expect(await pairsOf("guardian")).toEqual([
      [["email"], ["Iris Mora", "Iris Mora"]],
      [["phone"], ["ROSA Sosa", "Rosa Sosa"]],
    ]);
  });
});
