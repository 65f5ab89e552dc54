import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { students } from "@/db/schema/tenant/students";
import { updateOrganizationInput } from "@/domain/organization";
import { chooseChangesInput, importRowsInput, keptChangesInput } from "@/domain/student-import";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import {
  checkedImport,
  doneImport,
  type FileRow,
  goodRow,
  matriculaFile,
  mother,
  recordsOf,
  takeBackImport,
  writeImport,
} from "../../../../tests/support/student-imports";
import { updateOrganization } from "../organization";
import { applyImport, chooseChanges, getImport, listImportRows, listKept, previewUndo } from ".";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("a second file for a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const records = () => recordsOf(urls.operator, school);
  const bring = (...rows: FileRow[]) => doneImport(admin(), matriculaFile(rows));
  const check = async (...rows: FileRow[]) => {
    const id = await checkedImport(admin(), matriculaFile(rows));
    const page = await listImportRows(admin(), importRowsInput.parse({ id, limit: 100 }));
    return { ...(await getImport(admin(), { id })), rows: page.rows };
  };
  const problemsOf = ({ rows }: Awaited<ReturnType<typeof check>>) =>
    rows.map(({ verdict, problems }) => [
      verdict,
      ...problems.map(({ field, code, values }) => `${field} ${code} ${JSON.stringify(values ?? {})}`),
    ]);
  const edit = (code: string, values: Partial<typeof students.$inferInsert>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db
        .update(students)
        .set(values)
        .where(and(eq(students.organizationId, school.id), eq(students.code, code)));
    });
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("is told field by field; what is empty erases nothing; and all of it goes back", async () => {
    await bring(
      goodRow(1, { "student.address": "Calle 1", "student.notes": "Bien", "health.allergies": "Polen" }),
    );
    const before = await records();
    const found = await check(
      goodRow(1, {
        ...{ "student.section": "B", "student.address": "Calle 2", "health.allergies": "Maní" },
        ...{ "student.status": "Retirado" },
      }),
    );
    expect(found).toMatchObject({ state: "held", hold: { affected: 1, students: 1, percent: 10 } });
    expect(found.creates).toEqual({ years: [], grades: [], sections: ["1er Grado B"] });
    expect(found.rows).toMatchObject([
      {
        ...{ rowNumber: 4, verdict: "changed", name: "Ana Peña Gil", document: "V30000001", problems: [] },
        changes: [
          { field: "student.status", before: "active", after: "inactive", conflict: false, kept: false },
          { field: "student.address", before: "Calle 1", after: "Calle 2", conflict: false, kept: false },
          { field: "student.section", before: "A", after: "B" },
          // Words about health are for those who ask for them.
          { field: "health.allergies", before: null, after: null, sensitive: "health" },
        ],
      },
    ]);
    await writeImport(admin(), found.id);
    const after = await records();
    expect(after.students).toMatchObject([{ status: "inactive", address: "Calle 2", notes: "Bien" }]);
    expect(after.health).toMatchObject([{ allergies: "Maní" }]);
    expect(after.statuses.map(({ status }) => status)).toEqual(["active", "inactive"]);
    const [told] = await eventsAbout(urls.operator, school, after.students[0]?.id ?? "").then((events) =>
      events.filter(({ action }) => action === "student.import_changed"),
    );
    expect(told).toMatchObject({
      before: { "student.address": "Calle 1", "health.allergies": "[masked]" },
      after: { "student.address": "Calle 2", "health.allergies": "[masked]" },
    });
    const undone = await takeBackImport(admin(), found.id);
    expect(undone.counts).toMatchObject({ keptAtUndo: 0 });
    const then = { updatedAt: expect.any(Date) };
    expect(await records()).toEqual({
      ...before,
      students: before.students.map((one) => ({ ...one, ...then })),
      health: before.health.map((one) => ({ ...one, ...then })),
    });
  });

  test("does not overwrite what was edited by hand unless that is chosen", async () => {
    await bring(goodRow(1, { "student.address": "Calle 1" }), goodRow(2, { "student.address": "Calle 1" }));
    await edit("C-1", { address: "A mano" });
    await edit("C-2", { address: "A mano" });
    const file = [1, 2].map((n) => goodRow(n, { "student.address": "Calle 3" }));
    const found = await check(...file);
    expect(found.counts).toMatchObject({ changed: 2, updated: 0, fields: 2, conflicts: 2 });
    expect(found.rows[0]?.changes).toMatchObject([
      { field: "student.address", before: "A mano", after: "Calle 3", conflict: true, kept: true },
    ]);
    expect(found.state).toBe("checked");
    const rows = [{ rowNumber: 5, fields: ["student.address", "student.notes"] }];
    await chooseChanges(admin(), chooseChangesInput.parse({ id: found.id, rows, take: true }));
    await writeImport(admin(), found.id);
    expect((await records()).students.map(({ address }) => address)).toEqual(["A mano", "Calle 3"]);
    expect((await getImport(admin(), { id: found.id })).counts).toMatchObject({ updated: 1, keptFields: 1 });
    // The same file, as it was before the edits, is a conflict too: it does not win by being sent again.
    expect((await check(...file)).counts).toMatchObject({ changed: 1, unchanged: 1, conflicts: 1 });
  });

  test("makes no change that nobody saw, where a record has changed since the check", async () => {
    await bring(goodRow(1, { "student.address": "Calle 1", "student.notes": "Uno" }));
    const found = await check(goodRow(1, { "student.address": "Calle 2", "student.notes": "Dos" }));
    await edit("C-1", { address: "Meanwhile" });
    await writeImport(admin(), found.id);
    expect((await records()).students).toMatchObject([{ address: "Meanwhile", notes: "Dos" }]);
    expect((await getImport(admin(), { id: found.id })).counts).toMatchObject({ updated: 1, keptFields: 1 });
  });

  test("is undone but for what was edited since, which is named", async () => {
    await bring(goodRow(1, { "student.address": "Calle 1", "student.notes": "Uno" }));
    const found = await check(
      goodRow(1, { "student.address": "Calle 2", "student.notes": "Dos" }),
      goodRow(2),
      goodRow(3, mother(3)),
    );
    await writeImport(admin(), found.id);
    await edit("C-1", { address: "A mano" });
    await edit("C-3", { religion: "Católica" });
    const before = await records();
    const preview = await previewUndo(admin(), { id: found.id });
    expect(preview).toMatchObject({
      goes: [{ entity: "student", count: 1 }],
      ...{ students: ["Ana Peña Gil"], fields: 1, returns: 0, keptCount: 3 },
      kept: [
        { rowNumber: 4, name: "Ana Peña Gil", entity: "student", field: "address" },
        { rowNumber: 6, entity: "guardian", field: null },
        { rowNumber: 6, entity: "student", field: null },
      ],
    });
    expect(await records()).toEqual(before);
    expect(await getImport(admin(), { id: found.id })).toMatchObject({ state: "done" });
    const undone = await takeBackImport(admin(), found.id);
    expect((await records()).students).toMatchObject([
      { code: "C-1", address: "A mano", notes: "Uno" },
      { code: "C-3", religion: "Católica" },
    ]);
    expect((await records()).links).toHaveLength(1);
    const { rows } = await listKept(admin(), keptChangesInput.parse({ id: found.id }));
    expect(rows).toMatchObject([
      { rowNumber: 4, name: "Ana Peña Gil", entity: "student", field: "address" },
      { rowNumber: 6, entity: "guardian", field: null },
      { rowNumber: 6, entity: "student", field: null },
    ]);
    expect(undone).toMatchObject({ state: "undone", counts: { keptAtUndo: 3 }, undoUntil: null });
    expect(undone.counts.reverted).toBe(preview.reverted);
    expect(await refusal(previewUndo(admin(), { id: found.id }))).toMatchObject({
      ...{ kind: "conflict", key: "importFile.state" },
    });
  });

  test("tells the same student twice, and numbers and codes that are another's", async () => {
    await bring(
      goodRow(1, { "student.schoolCedula": "11830000001" }),
      goodRow(2, { "student.firstNames": "Eva" }),
      goodRow(9, {
        "student.cedula": "",
        "student.schoolCedula": "11830000009",
        "student.firstNames": "Noa",
      }),
    );
    const found = await check(
      goodRow(1),
      goodRow(1, { "student.code": "C-7" }),
      goodRow(3, { "student.code": "C-2" }),
      goodRow(4, { "student.schoolCedula": "11830000001" }),
      goodRow(5, { "student.code": "C-6" }),
      goodRow(6),
      goodRow(9, { "student.schoolCedula": "11830000009", "student.firstNames": "Noa" }),
      goodRow(10, { "student.grade": "7mo Grado" }),
      goodRow(11, { "student.grade": "5to" }),
    );
    expect(problemsOf(found)).toEqual([
      ["unchanged"],
      ["error", 'student.cedula matricula.repeated {"row":4}'],
      ["error", 'student.code matricula.codeTaken {"name":"Eva Peña Gil"}'],
      ["error", 'student.schoolCedula matricula.schoolCedulaTaken {"name":"Ana Peña Gil"}'],
      ["new"],
      ["error", 'student.code matricula.codeRepeated {"row":8}'],
      ["changed"],
      ["error", expect.stringMatching(/gradeUnknown .*1er Grado, 2do Grado/)],
      ["error", expect.stringMatching(/gradeAmbiguous/)],
    ]);
    expect(found.rows[6]?.changes).toMatchObject([
      { field: "student.cedula", before: null, after: "V30000009" },
    ]);
  });

  test("shares a mother among siblings, and keeps what each child's form says of her", async () => {
    const forms = (one: string, other: string) => [
      goodRow(
        1,
        mother(1, { "guardian.primary.civilStatus": one, "guardian.primary.monthlyIncome": "676,50" }),
      ),
      goodRow(
        2,
        mother(1, { "guardian.primary.civilStatus": other, "guardian.primary.firstNames": "Luz María" }),
      ),
    ];
    const first = await check(...forms("Soltera", "Casada"));
    expect(problemsOf(first)).toEqual([
      ["new"],
      ["new", 'guardian.primary.firstNames matricula.otherName {"row":4,"name":"Luz Gil"}'],
    ]);
    await writeImport(admin(), first.id);
    const held = await records();
    expect(held.guardians).toMatchObject([
      { firstNames: "Luz", civilStatus: "single", monthlyIncome: 676.5 },
    ]);
    const declaredBy = (found: typeof held) =>
      found.students.map(({ id }) => found.links.find(({ studentId }) => studentId === id)?.declared);
    expect(declaredBy(held)).toEqual([{}, { civilStatus: "married" }]);
    expect((await check(...forms("Soltera", "Casada"))).counts).toMatchObject({ unchanged: 2, fields: 0 });

    // The two forms say it the other way round: the person keeps what a form still uses.
    const swapped = await check(...forms("Casada", "Soltera"));
    expect(swapped.counts).toMatchObject({ changed: 2, fields: 2 });
    await writeImport(admin(), swapped.id);
    expect(declaredBy(await records())).toEqual([{ civilStatus: "married" }, {}]);
    // Nobody uses it any more: the person has what the first form says.
    const agreed = await check(...forms("Viuda", "Divorciada"));
    await writeImport(admin(), agreed.id);
    const then = await records();
    expect(then.guardians).toMatchObject([{ civilStatus: "widowed" }]);
    expect(declaredBy(then)).toEqual([{}, { civilStatus: "divorced" }]);
    await takeBackImport(admin(), agreed.id);
    await takeBackImport(admin(), swapped.id);
    const back = await records();
    expect(back.guardians).toMatchObject([{ civilStatus: "single", monthlyIncome: 676.5 }]);
    expect(declaredBy(back)).toEqual(declaredBy(held));
  });

  test("gives a child another guardian, and gives the former one back", async () => {
    const father = (cedula: number) => ({
      ...{ "guardian.secondary.firstNames": "Leo", "guardian.secondary.lastNames": "Peña" },
      ...{ "guardian.secondary.cedula": cedula, "guardian.secondary.relationship": "Padre" },
    });
    await bring(goodRow(1, { ...mother(1), ...father(11_111_111) }));
    const held = await records();
    // The two change places, so that neither tie is as it was.
    const found = await check(
      goodRow(1, {
        ...mother(0, { "guardian.primary.firstNames": "Leo", "guardian.primary.lastNames": "Peña" }),
        ...{ "guardian.primary.cedula": 11_111_111, "guardian.primary.relationship": "Padre" },
        ...{ "guardian.secondary.firstNames": "Luz", "guardian.secondary.lastNames": "Gil" },
        ...{ "guardian.secondary.cedula": 10_000_001, "guardian.secondary.relationship": "Madre" },
        ...{
          "authorized.1.firstNames": "Leo",
          "authorized.1.lastNames": "Peña",
          "authorized.1.cedula": "11111111",
        },
      }),
    );
    await writeImport(admin(), found.id);
    const after = await records();
    expect(after.links.map(({ type, relationship, mayPickUp }) => [type, relationship, mayPickUp])).toEqual([
      ["primary", "father", true],
      ["secondary", "mother", false],
    ]);
    expect(after.links.filter(({ isPrimaryContact }) => isPrimaryContact)).toHaveLength(1);
    expect((await takeBackImport(admin(), found.id)).counts).toMatchObject({ keptAtUndo: 0 });
    const back = await records();
    expect(
      back.links.map(({ id, type, guardianId, isPrimaryContact }) => [
        id,
        type,
        guardianId,
        isPrimaryContact,
      ]),
    ).toEqual(
      held.links.map(({ id, type, guardianId, isPrimaryContact }) => [
        id,
        type,
        guardianId,
        isPrimaryContact,
      ]),
    );
    expect(back.authorized).toEqual([]);
  });

  test("that would change too many waits for an explicit yes; an empty school holds nothing", async () => {
    const many = Array.from({ length: 20 }, (_, index) => goodRow(index + 1));
    expect(await check(...many)).toMatchObject({ state: "checked", hold: null });
    await bring(...many);
    const three = many.map((row, index) => (index < 3 ? { ...row, "student.notes": "x" } : row));
    const { id } = await check(...three);
    expect(await refusal(applyImport(admin(), { id, confirm: false }))).toMatchObject({
      ...{ kind: "conflict", key: "importFile.held" },
      values: { affected: 3, students: 20, percent: 10 },
    });
    await writeImport(admin(), id);
    expect(await getImport(admin(), { id })).toMatchObject({
      ...{ state: "done", confirmedBy: school.people.ORG_ADMIN.name },
      counts: { updated: 3, unchanged: 17 },
    });
    const two = many.map((row, index) => (index < 2 ? { ...row, "student.notes": "y" } : row));
    expect(await check(...two)).toMatchObject({ state: "checked", hold: null });
  });

  test("waits above the share that the school has set", async () => {
    const rows = [goodRow(1), goodRow(2)];
    await bring(...rows);
    const one = rows.map((row, index) => (index === 0 ? { ...row, "student.notes": "x" } : row));
    expect(await check(...one)).toMatchObject({ state: "held", hold: { affected: 1, students: 2 } });
    const change = updateOrganizationInput.parse({ settings: { "students.importHold": 50 } });
    await updateOrganization(admin(), change);
    expect(await check(...one)).toMatchObject({ state: "checked", hold: null });
    expect((await eventsAbout(urls.operator, school, school.id)).at(-1)).toMatchObject({
      ...{ action: "organization.updated", before: { "students.importHold": 10 } },
      after: { "students.importHold": 50 },
    });
  });

  test("of a student who moved away does not touch that record", async () => {
    await bring(goodRow(1));
    await edit("C-1", { lockedAt: new Date() });
    expect(problemsOf(await check(goodRow(1)))).toEqual([["error", "student.cedula student.locked {}"]]);
  });
});
