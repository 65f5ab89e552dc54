import { and, asc, eq, isNull } from "drizzle-orm";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { personKeys } from "@/domain/identity/keys";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import type { OperatorTx } from "../operator";
import { academicYears, grades, sections } from "../schema/tenant/academics";
import { classes } from "../schema/tenant/classes";
import { attendanceDays } from "../schema/tenant/student-records";
import {
  authorizedPersons,
  guardians,
  studentGuardians,
  studentStatuses,
  students,
} from "../schema/tenant/students";
import { type SeedGuardian, type SeedStudent, seedStudents } from "./student-data";

const YEAR = { name: "2026-2027", startsOn: "2026-09-14", endsOn: "2027-07-30" };
const ENTERED = "2026-09-14";
const LEFT = "2026-10-30";

/** Days on which the first students were away or late. */
const MARKED = [
  { day: "2026-10-05", mark: "absent", reason: "" },
  { day: "2026-10-06", mark: "excused", reason: "Reposo médico" },
  { day: "2026-11-03", mark: "late", reason: "Autobús" },
] as const;

/** A member of the school whom a record is about. */
export type SeedMember = { userId: string; name: string };

export type SeedOptions = {
  /** Makes another school's other people. */
  offset: number;
  /** The first record is this member's, and their first or second guardian this parent. */
  student?: SeedMember | undefined;
  parent?: (SeedMember & { is: "mother" | "father" }) | undefined;
  /** The class that the first student's section has. */
  className?: string | undefined;
};

/**
 * A few dozen students with their families over the grades and two sections of a year; `tx` has entered the school's
 * placement. What the school has of grades, years and sections is used.
 */
export async function seedRecords(
  tx: OperatorTx,
  organizationId: string,
  { offset, student, parent, className }: SeedOptions,
): Promise<void> {
  const [first, ...others] = seedStudents(offset);
  if (!first) return;
  const people = [student ? { ...first, ...namesOf(student) } : first, ...others];
  const place = await seedStructure(tx, organizationId);
  const guardianIds = await seedGuardians(tx, organizationId, people, parent);
  const rows = people.map((person, index) => ({ person, row: studentRow(person, index) }));

  function studentRow(person: SeedStudent, index: number) {
    const gradeId = place.gradeIds[person.grade] ?? null;
    const sectionId = place.sectionIds.get(`${gradeId} ${person.section}`) ?? null;
    const { code, firstNames, lastNames, gender, birthDate, cedula, schoolCedula, status } = person;
    const { birthCity, birthMunicipality, birthState, emergencyPhone } = person;
    return {
      ...{
        organizationId,
        id: newId(),
        code,
        firstNames,
        lastNames,
        gender,
        birthDate,
        cedula,
        schoolCedula,
      },
      ...{ birthCity, birthMunicipality, birthState, birthCountry: "Venezuela", nationality: "Venezolana" },
      ...{ yearId: place.yearId, gradeId, sectionId, status, emergencyPhone },
      ...{ enteredOn: ENTERED, entryKind: index % 4 === 0 ? "Nuevo ingreso" : "Regular" },
      documentKind: cedula === null ? ("school_cedula" as const) : ("cedula" as const),
      address: person.guardians[0]?.address ?? "",
      userId: index === 0 ? (student?.userId ?? null) : null,
      ...personKeys(person),
    };
  }

  await tx.db.insert(students).values(rows.map(({ row }) => row));
  await tx.db.insert(studentStatuses).values(
    rows.flatMap(({ row, person }) => {
      const status = { organizationId, studentId: row.id, recordedBy: "Secretaría" };
      const entered = { ...status, id: newId(), status: "active" as const, since: ENTERED };
      if (person.status === "active") return [entered];
      return [entered, { ...status, id: newId(), status: person.status, since: LEFT, reason: "Mudanza" }];
    }),
  );
  await tx.db.insert(studentGuardians).values(
    rows.flatMap(({ row, person }) =>
      person.guardians.map(({ key, type, relationship, mayPickUp }, order) => ({
        ...{ organizationId, id: newId(), studentId: row.id, guardianId: guardianIds.get(key) ?? "" },
        ...{ type, relationship, mayPickUp, isPrimaryContact: order === 0 },
      })),
    ),
  );
  await tx.db.insert(authorizedPersons).values(
    rows.flatMap(({ row, person }) => {
      const [firstNames, lastNames] = person.authorized?.split(" ") ?? [];
      if (firstNames === undefined) return [];
      return [
        {
          ...{ organizationId, id: newId(), studentId: row.id, place: 1, firstNames, lastNames },
          ...{ relationship: "uncle" as const, mobilePhone: "+584160001122" },
        },
      ];
    }),
  );
  await tx.db.insert(attendanceDays).values(
    rows.slice(0, 2).flatMap(({ row }) =>
      MARKED.map((marked) => ({
        ...{ organizationId, id: newId(), studentId: row.id, recordedBy: "Secretaría" },
        ...marked,
      })),
    ),
  );
  if (className !== undefined)
    await tx.db
      .update(classes)
      .set({ sectionId: rows[0]?.row.sectionId ?? null, yearId: place.yearId })
      .where(and(eq(classes.organizationId, organizationId), eq(classes.name, className)));
}

function namesOf({ name }: SeedMember) {
  const [firstNames = "", ...lastNames] = name.split(" ");
  return { firstNames, lastNames: lastNames.join(" ") };
}

/** Grades, the current year and two sections of each grade: those that are there, else the usual ones. */
async function seedStructure(tx: OperatorTx, organizationId: string) {
  const gradeIds = await gradesOf(tx, organizationId);
  const [current] = await tx.db
    .select({ id: academicYears.id })
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.isCurrent, true)));
  const yearId = current?.id ?? newId();
  if (!current)
    await tx.db.insert(academicYears).values({ organizationId, id: yearId, ...YEAR, isCurrent: true });
  await tx.db
    .insert(sections)
    .values(
      gradeIds.flatMap((gradeId) =>
        ["A", "B"].map((name) => ({ organizationId, id: newId(), yearId, gradeId, name, capacity: 30 })),
      ),
    )
    .onConflictDoNothing();
  const found = await tx.db
    .select({ id: sections.id, gradeId: sections.gradeId, name: sections.name })
    .from(sections)
    .where(and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId)));
  const sectionIds = new Map(found.map(({ id, gradeId, name }) => [`${gradeId} ${name}`, id]));
  return { yearId, gradeIds, sectionIds };
}

async function gradesOf(tx: OperatorTx, organizationId: string): Promise<string[]> {
  const inUse = and(eq(grades.organizationId, organizationId), isNull(grades.archivedAt));
  const read = () => tx.db.select({ id: grades.id }).from(grades).where(inUse).orderBy(asc(grades.position));
  const found = await read();
  if (found.length > 0) return found.map(({ id }) => id);
  await tx.db.insert(grades).values(
    DEFAULT_GRADES.map(({ name, level }, index) => ({
      ...{ organizationId, id: newId(), name, level, position: index + 1, sortKey: sortKey(name) },
    })),
  );
  return (await read()).map(({ id }) => id);
}

/** Each person once, however many children they have; answers the ids by key. */
async function seedGuardians(
  tx: OperatorTx,
  organizationId: string,
  people: readonly SeedStudent[],
  parent: SeedOptions["parent"],
): Promise<Map<string, string>> {
  const persons = new Map<string, SeedGuardian>();
  for (const { guardians: own } of people) for (const person of own) persons.set(person.key, person);
  const member = people[0]?.guardians.find(({ relationship }) => relationship === parent?.is);
  const rows = [...persons.values()].map((person) => {
    const { key, type: _type, relationship: _relationship, mayPickUp: _mayPickUp, ...values } = person;
    const isMember = parent !== undefined && key === member?.key;
    const named = { ...values, ...(isMember && namesOf(parent)) };
    const userId = isMember ? parent.userId : null;
    return { key, row: { ...named, ...personKeys(named), organizationId, id: newId(), userId } };
  });
  await tx.db.insert(guardians).values(rows.map(({ row }) => row));
  return new Map(rows.map(({ key, row }) => [key, row.id]));
}
