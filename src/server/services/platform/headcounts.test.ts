import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { students } from "@/db/schema/tenant/students";
import { ageBandOf } from "@/domain/age-bands";
import { matriculaAge } from "@/domain/matricula/age";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool } from "../../../../tests/support/schools";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { exportEnrollment, getPlatformStatistics, measureUsage } from "./index";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN = master.actor(master.people.ADMIN);

describe("who attends the schools", () => {
  test("is counted in each school's own scope, and added up from what was written", async () => {
    const [shared, apart] = [await makeSchool(urls.operator, "app"), await makeSchool(urls.operator, APART)];
    const ids = await asOperator(urls.operator, async (tx) => {
      const made = [];
      for (const school of [shared, apart]) {
        await tx.enterPlacement(school.placement);
        made.push(await addStudentRecords(tx, school));
      }
      await tx.db
        .update(students)
        .set({ gender: "male", birthDate: "2010-12-31", gradeId: null, sectionId: null })
        .where(eq(students.id, made[1]?.twinId ?? ""));
      return made;
    });
    for (const school of [shared, apart]) {
      const actor = school.actor(school.people.ADMIN);
      await measureUsage(actor);
      // Counted again, nothing is counted twice.
      await measureUsage(actor);
    }
    const { enrollment } = await getPlatformStatistics(ADMIN);
    expect(enrollment).toEqual({
      students: 4,
      byLevel: [
        { level: "preschool", students: 0 },
        { level: "primary", students: 3 },
        { level: "secondary", students: 0 },
        { level: "other", students: 1 },
      ],
      byGender: [
        { gender: "female", students: 3 },
        { gender: "male", students: 1 },
      ],
      byAge: [
        { band: "upTo5", students: 0 },
        { band: "from6To8", students: 3 },
        { band: "from9To11", students: 0 },
        { band: "from12To14", students: 0 },
        { band: "from15To17", students: 1 },
        { band: "from18", students: 0 },
      ],
    });

    const rows = await exportEnrollment(ADMIN);
    expect(
      rows.map(({ slug, level, gender, age, students: count }) => [slug, level, gender, age, count]),
    ).toEqual([
      [shared.slug, "primary", "female", matriculaAge("2017-03-12", "2025-09-15"), 2],
      [apart.slug, "primary", "female", 8, 1],
      [apart.slug, "other", "male", matriculaAge("2010-12-31", "2025-09-15"), 1],
    ]);
    expect(JSON.stringify(rows)).not.toContain(ids[0]?.word);
    const [event] = await asOperator(urls.operator, ({ db }) =>
      db
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.action, "platform.enrollment_exported"))
        .orderBy(desc(auditEvents.createdAt)),
    );
    expect(event?.after).toEqual({ count: 2 });

    // Who has left is counted no more; the school's figures are its own to write alone.
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement("app");
      await tx.db.update(students).set({ status: "inactive" }).where(eq(students.organizationId, shared.id));
    });
    await measureUsage(shared.actor(shared.people.ADMIN));
    expect((await getPlatformStatistics(ADMIN)).enrollment.students).toBe(2);
  });

  test.each([
    [-1, "upTo5"],
    [5, "upTo5"],
    [6, "from6To8"],
    [17, "from15To17"],
    [44, "from18"],
  ])("at %d is of the band %s", (age, band) => expect(ageBandOf(age)).toBe(band));
});
