import { eq } from "drizzle-orm";
import { classCoaches } from "@/db/schema/tenant/classes";
import { students } from "@/db/schema/tenant/students";
import { newId } from "@/lib/ids";
import { addMember } from "./look";
import { asOperator } from "./operator";
import { makeSchool, type TestPerson, type TestSchool } from "./schools";
import { addStudentRecords } from "./student-records";

export type StudentSchool = {
  school: TestSchool;
  records: Awaited<ReturnType<typeof addStudentRecords>>;
  /** Coaches the class that the student does not attend. */
  otherCoach: TestPerson;
  /** Whose child the student is not. */
  otherParent: TestPerson;
};

/** A school with one whole record, linked to its STUDENT, who attends its COACH's class, and to its PARENT. */
export async function makeStudentSchool(operatorUrl: string, placement = "app"): Promise<StudentSchool> {
  const school = await makeSchool(operatorUrl, placement);
  const otherCoach = await addMember(operatorUrl, school, { role: "COACH" });
  const otherParent = await addMember(operatorUrl, school, { role: "PARENT" });
  const records = await asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(placement);
    const place = { organizationId: school.id, id: newId(), classId: school.classes.other };
    await tx.db.insert(classCoaches).values({ ...place, userId: otherCoach.id, isLead: true });
    return addStudentRecords(tx, school);
  });
  return { school, records, otherCoach, otherParent };
}

/** Closes a record as one that went to another school. */
export function lockRecord(operatorUrl: string, { school, records }: StudentSchool): Promise<void> {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    await tx.db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, records.studentId));
  });
}
