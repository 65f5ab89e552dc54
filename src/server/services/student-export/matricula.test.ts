import { TRPCError } from "@trpc/server";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { healthRecords, studentGuardians, students } from "@/db/schema/tenant/students";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import type { Permission } from "@/domain/permissions";
import { matriculaInput } from "@/domain/student-export";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { openSession } from "../../../../tests/support/sessions";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { exportMatricula } from "./export-matricula";

const { urls } = await useTestDatabase();
type Records = Awaited<ReturnType<typeof addStudentRecords>>;

describe.each(["app", APART])("the Matrícula of a school placed in %s", (placement) => {
  let school: TestSchool;
  let records: Records;
  let neighbours: Records;
  const take = (given: object = {}) =>
    exportMatricula(school.actor(school.people.ORG_ADMIN), matriculaInput.parse(given));
  /** A row by the fields of its columns, without what is empty. */
  const said = (row: readonly unknown[] | undefined) =>
    Object.fromEntries(
      MATRICULA_COLUMNS.flatMap(({ field }, n) => ((row?.[n] ?? null) === null ? [] : [[field, row?.[n]]])),
    );

  beforeAll(async () => {
    const [ours, theirs] = [
      await makeSchool(urls.operator, placement),
      await makeSchool(urls.operator, placement),
    ];
    school = ours;
    [records, neighbours] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return [await addStudentRecords(tx, ours), await addStudentRecords(tx, theirs)];
    });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const declared = { address: "Calle 10", monthlyIncome: 77, birthDate: null };
      await tx.db
        .update(studentGuardians)
        .set({ declared })
        .where(eq(studentGuardians.id, records.guardianLinkId));
      await tx.db
        .update(healthRecords)
        .set({ weightKg: 29.5 })
        .where(eq(healthRecords.studentId, records.studentId));
      await tx.db.insert(students).values({
        ...{
          organizationId: school.id,
          id: newId(),
          code: "Z-1",
          firstNames: "Ágata",
          lastNames: "Zambrano",
        },
        ...{ sortKey: sortKey("Zambrano Ágata"), searchKey: "", gender: "female", birthDate: "2010-01-02" },
        ...{ status: "graduated", schoolCedula: "11030348783", documentKind: "school_cedula" },
      });
    });
  });

  test("has every student that is not merged into another, with the whole family, in order", async () => {
    const { titles, year, rows } = await take();
    expect([titles[1], year]).toEqual(["Matrícula 2025-2026", "2025-2026"]);
    expect(titles[0]).toMatch(/^School \d+ — Lista de estudiantes$/);
    expect(rows.map((row) => row[10])).toEqual(["Nahia", "Naia", "Ágata"]);
    expect(said(rows[0])).toEqual({
      "student.year": "2025-2026",
      "student.grade": "1er Grado",
      "student.section": "A",
      "student.code": expect.stringMatching(/^C-/),
      "student.status": "Activo",
      "student.lastNames": records.word,
      "student.firstNames": "Nahia",
      "student.documentKind": "Cédula",
      "student.cedula": expect.stringMatching(/^V-\d+$/),
      "student.birthDate": { day: "2017-03-12" },
      "student.age": 8,
      "student.gender": "Femenino",
      "guardian.primary.relationship": "Madre",
      "guardian.primary.firstNames": "Olga",
      "guardian.primary.lastNames": records.word,
      "guardian.primary.documentKind": "Cédula",
      "guardian.primary.cedula": expect.stringMatching(/^V-\d+$/),
      "guardian.primary.address": "Calle 10",
      "guardian.primary.isPrimaryContact": "Sí",
      "guardian.secondary.relationship": "Tía",
      "guardian.secondary.firstNames": "Olga María",
      "guardian.secondary.lastNames": records.word,
      "guardian.secondary.documentKind": "Cédula",
      "guardian.secondary.cedula": expect.stringMatching(/^V-\d+$/),
      "guardian.secondary.email": expect.stringMatching(/@people\.example$/),
      "guardian.secondary.isPrimaryContact": "No",
      "authorized.1.firstNames": "Petra",
      "authorized.1.lastNames": records.word,
      "authorized.1.relationship": "Tía",
    });
    expect(said(rows[2])).toMatchObject({
      "student.status": "Graduado",
      "student.schoolCedula": "11030348783",
    });
  });

  test("has health and income where they are asked for, what the child's form declares before the person's own", async () => {
    const {
      rows: [row],
    } = await take({ health: true, income: true, yearId: records.yearId });
    expect(said(row)).toMatchObject({
      "health.bloodType": "O+",
      "health.allergies": `Maní ${records.word}`,
      "health.weightKg": 29.5,
      "guardian.primary.monthlyIncome": 77,
    });
    expect(said((await take({ income: true })).rows[0])).not.toHaveProperty("health.allergies");
    expect(said((await take({ health: true })).rows[0])).not.toHaveProperty("guardian.primary.monthlyIncome");
  });

  test("can be narrowed to a year, to sections and to states", async () => {
    const { yearId, nextYearId, sectionId } = records;
    expect((await take({ yearId })).rows).toHaveLength(2);
    expect((await take({ yearId: nextYearId })).rows).toEqual([]);
    expect((await take({ sectionIds: [sectionId], statuses: ["active"] })).rows).toHaveLength(2);
    expect((await take({ statuses: ["graduated", "inactive"] })).rows).toHaveLength(1);
  });

  test("is another school's to nobody", async () => {
    const { word } = neighbours;
    expect(JSON.stringify(await take({ health: true, income: true }))).not.toContain(word);
    expect(await refusal(take({ yearId: neighbours.yearId }))).toMatchObject({ key: "notFound" });
    expect(await refusal(take({ sectionIds: [records.sectionId, neighbours.sectionId] }))).toMatchObject({
      key: "notFound",
    });
  });

  test("shows nobody what they have no permission for, such as a key that was given less", async () => {
    const { ORG_ADMIN } = school.people;
    const claims = await openSession(urls.operator, ORG_ADMIN);
    const context = contextFor(await findSession(claims), { ipAddress: null, userAgent: null });
    const withKey = (...given: Permission[]) => createCaller({ ...context, permissions: new Set(given) });
    const code = (attempt: Promise<unknown>) =>
      attempt.then(
        () => "done",
        (error: unknown) => (error instanceof TRPCError ? error.code : error),
      );
    const little = withKey("student:export").studentExport;
    expect(await code(little.matricula({}))).toBe("done");
    expect(await code(little.matricula({ health: true }))).toBe("FORBIDDEN");
    expect(await code(little.matricula({ income: true }))).toBe("FORBIDDEN");
    expect(await code(withKey("health:manage", "income:read").studentExport.matricula({}))).toBe("FORBIDDEN");
    const more = withKey("student:export", "health:manage", "income:read").studentExport;
    expect(await code(more.matricula({ health: true, income: true }))).toBe("done");
  });

  test("is recorded, and so is that health and income were read", async () => {
    const eventsBefore = (await eventsAbout(urls.operator, school, school.id)).length;
    await take({ yearId: records.yearId, health: true, income: true });
    await take({ yearId: records.yearId });
    const events = (await eventsAbout(urls.operator, school, school.id)).slice(eventsBefore);
    const taken = { count: 2, year: "2025-2026", format: "xlsx" };
    expect(events.map(({ action, after }) => [action, after])).toEqual([
      ["student.matricula_exported", taken],
      ["health.exported", { count: 2 }],
      ["guardian.income_exported", { count: 2 }],
      ["student.matricula_exported", taken],
    ]);
  });
});
