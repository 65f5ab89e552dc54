import { TRPCError } from "@trpc/server";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { authorizedPersons, guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import type { Role } from "@/domain/roles";
import { RECORD_SECTIONS } from "@/domain/student-export-list";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { openSession } from "../../../../tests/support/sessions";
import { addStudentRecords } from "../../../../tests/support/student-records";

const { urls } = await useTestDatabase();
type Records = Awaited<ReturnType<typeof addStudentRecords>>;

describe.each(["app", APART])("the copy of a record in a school placed in %s", (placement) => {
  let school: TestSchool;
  let records: Records;
  let neighbours: Records;

  async function take(role: Role, given: object = {}) {
    const claims = await openSession(urls.operator, school.people[role]);
    const caller = createCaller(contextFor(await findSession(claims), { ipAddress: null, userAgent: null }));
    return caller.studentExport.record({ id: records.studentId, format: "json", ...given });
  }
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "done",
      (error: unknown) => (error instanceof TRPCError ? error.code : error),
    );

  beforeAll(async () => {
    const theirs = await makeSchool(urls.operator, placement);
    school = await makeSchool(urls.operator, placement);
    [records, neighbours] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const ours = await addStudentRecords(tx, school);
      const notes = { notes: "Nota del colegio" };
      await tx.db.update(students).set(notes).where(eq(students.id, ours.studentId));
      await tx.db.update(guardians).set(notes).where(eq(guardians.organizationId, school.id));
      await tx.db
        .update(guardians)
        .set({ mobilePhone: "+584120000099" })
        .where(eq(guardians.id, ours.twinGuardianId));
      await tx.db
        .update(authorizedPersons)
        .set({ ...notes, mobilePhone: "+584120000098" })
        .where(eq(authorizedPersons.id, ours.authorizedId));
      await tx.db
        .update(studentGuardians)
        .set({ declared: { address: "Calle 10", monthlyIncome: 7765.25 } })
        .where(eq(studentGuardians.id, ours.guardianLinkId));
      return [ours, await addStudentRecords(tx, theirs)];
    });
  });

  test("has all but what is sensitive, unless that is asked for", async () => {
    const { word } = records;
    const copy = await take("ORG_ADMIN");
    expect(copy).toMatchObject({
      format: "homeroom.student/1",
      profile: {
        firstNames: "Nahia",
        year: "2025-2026",
        grade: "1er Grado",
        section: "A",
        notes: "Nota del colegio",
      },
      family: {
        guardians: [
          { type: "primary", relationship: "mother", details: { address: "Calle 10" } },
          { type: "secondary", details: { mobilePhone: "+584120000099" } },
        ],
        authorized: [{ firstNames: "Petra", details: { mobilePhone: "+584120000098" } }],
      },
      academic: [{ year: "2024-2025", result: "promoted" }],
      documents: [{ name: `${word}.pdf` }],
      history: [
        { status: "active", since: "2025-09-15" },
        { status: "inactive", since: "2025-07-01" },
      ],
      health: null,
      incidents: null,
    });
    const said = JSON.stringify(copy);
    for (const hidden of [
      `Maní ${word}`,
      "Habló en clase",
      "7765.25",
      school.id,
      "storageKey",
      neighbours.word,
    ])
      expect(said).not.toContain(hidden);
    const whole = await take("ORG_ADMIN", { sections: [...RECORD_SECTIONS] });
    expect(whole).toMatchObject({
      health: { allergies: `Maní ${word}`, vaccinations: [{ vaccine: `BCG ${word}` }] },
      incidents: [{ description: `Habló en clase ${word}` }],
    });
    expect(whole.family?.guardians[0]?.details?.monthlyIncome).toBe(7765.25);
    expect(await take("ORG_ADMIN", { sections: [] })).toMatchObject({
      profile: null,
      family: null,
      health: null,
    });
  });

  test("is recorded with its parts, and so is each reading of what is sensitive", async () => {
    const about = async () => (await eventsAbout(urls.operator, school, records.studentId)).length;
    const before = await about();
    await take("ORG_ADMIN", { sections: ["health", "discipline", "income"], format: "print" });
    const events = (await eventsAbout(urls.operator, school, records.studentId)).slice(before);
    expect(events.map(({ action }) => action).sort()).toEqual([
      "health.read",
      "incident.read",
      "student.record_exported",
    ]);
    expect(events.find(({ action }) => action === "student.record_exported")?.after).toEqual({
      sections: ["health", "discipline", "income"],
      format: "print",
    });
    const ofGuardian = await eventsAbout(urls.operator, school, records.guardianId);
    expect(ofGuardian.at(-1)?.action).toBe("guardian.income_read");
  });

  test("is a family's right for its own child, without what is not theirs", async () => {
    const sections = ["profile", "family", "academic", "documents", "history", "health", "income"];
    const copy = await take("PARENT", { sections });
    expect(copy.health).toMatchObject({ allergies: `Maní ${records.word}` });
    expect(copy.family?.guardians.map(({ details }) => details?.monthlyIncome)).toEqual([7765.25, undefined]);
    expect(copy.family?.guardians[1]).toMatchObject({ firstNames: "Olga María", details: null });
    const said = JSON.stringify(copy);
    for (const hidden of ["Nota del colegio", "+584120000099", "+584120000098", "Naia", "Habló en clase"])
      expect(said).not.toContain(hidden);
    expect(await refused(take("PARENT", { sections: ["discipline"] }))).toBe("FORBIDDEN");
    expect(await refused(take("PARENT", { id: records.twinId }))).toBe("NOT_FOUND");
    expect(await refused(take("PARENT", { id: neighbours.studentId }))).toBe("NOT_FOUND");
  });

  test.each(["STUDENT", "COACH"] as const)("is no %s's to take", async (role) => {
    expect(await refused(take(role))).toBe("FORBIDDEN");
  });
});
