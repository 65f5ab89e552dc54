import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { users } from "@/db/schema/core/users";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import {
  academicRecords,
  incidents,
  studentDocuments,
  vaccinations,
} from "@/db/schema/tenant/student-records";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  students,
} from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { notFound } from "@/server/errors";
import { enrolledClasses } from "../class";
import { readSetting } from "../organization";
import { requireStudent, type StudentRow } from "../student";
import { isOpen, shownStatus } from "./queries";

/** Documents that are named: of more, the number. */
const NAMED = 100;

/**
 * All that a transfer of the student would send, section by section, and what it would close: how much there is and what
 * it is called, not what it says of health or conduct. Throws NOT_FOUND.
 */
export async function prepareTransfer(actor: OrganizationActor, { studentId }: { studentId: string }) {
  return readInOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, studentId);
    if (student.mergedIntoId !== null) throw notFound();
    const [place, open, family, sent, closes, locale] = await Promise.all([
      readPlace(tx, studentId),
      findOpenTransfer(tx, studentId),
      readFamily(tx, studentId),
      countRecords(tx, studentId),
      foretellClosing(tx, student),
      readSetting(tx, "region.locale"),
    ]);
    const { code, status, lockedAt } = student;
    return {
      student: { id: student.id, name: fullName(student), code, status, isLocked: lockedAt !== null, place },
      open: open ?? null,
      guardians: family.guardians,
      sends: { ...sent, guardians: family.guardians.length, authorized: family.authorized },
      closes: { ...closes, section: place?.section ?? null },
      locale,
    };
  });
}

/** Where the student is now, in the words of the school; null where that was never said. */
export async function readPlace(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const [place] = await tx.db
    .select({ year: academicYears.name, grade: grades.name, section: sections.name })
    .from(students)
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, students.yearId)),
    )
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .where(and(eq(students.organizationId, organizationId), eq(students.id, studentId)));
  return place && (place.year ?? place.grade) !== null ? place : null;
}

/** The transfer that an answer is awaited for, if there is one. */
async function findOpenTransfer(tx: TenantTx, studentId: string) {
  const [open] = await tx.db
    .select({ id: studentTransfers.id, status: shownStatus, toSchoolName: studentTransfers.toSchoolName })
    .from(studentTransfers)
    .where(
      and(
        eq(studentTransfers.organizationId, tx.actor.organizationId),
        eq(studentTransfers.studentId, studentId),
        isOpen,
        ne(shownStatus, "expired"),
      ),
    );
  return open;
}

async function readFamily(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const [found, authorized] = await Promise.all([
    tx.db
      .select({
        id: guardians.id,
        firstNames: guardians.firstNames,
        lastNames: guardians.lastNames,
        email: guardians.email,
        relationship: studentGuardians.relationship,
        isPrimaryContact: studentGuardians.isPrimaryContact,
      })
      .from(studentGuardians)
      .innerJoin(
        guardians,
        and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
      )
      .where(
        and(eq(studentGuardians.organizationId, organizationId), eq(studentGuardians.studentId, studentId)),
      )
      .orderBy(asc(studentGuardians.type), asc(studentGuardians.id)),
    tx.db.$count(
      authorizedPersons,
      and(eq(authorizedPersons.organizationId, organizationId), eq(authorizedPersons.studentId, studentId)),
    ),
  ]);
  return {
    guardians: found
      .map(({ firstNames, lastNames, ...row }) => ({ ...row, name: fullName({ firstNames, lastNames }) }))
      .sort((a, b) => Number(b.isPrimaryContact) - Number(a.isPrimaryContact)),
    authorized,
  };
}

async function countRecords(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const { db } = tx;
  const [academic, health, doses, discipline, documents] = await Promise.all([
    db.$count(
      academicRecords,
      and(eq(academicRecords.organizationId, organizationId), eq(academicRecords.studentId, studentId)),
    ),
    db.$count(
      healthRecords,
      and(eq(healthRecords.organizationId, organizationId), eq(healthRecords.studentId, studentId)),
    ),
    db.$count(
      vaccinations,
      and(eq(vaccinations.organizationId, organizationId), eq(vaccinations.studentId, studentId)),
    ),
    db.$count(
      incidents,
      and(
        eq(incidents.organizationId, organizationId),
        eq(incidents.studentId, studentId),
        isNull(incidents.voidedAt),
      ),
    ),
    db
      .select({ id: studentDocuments.id, name: studentDocuments.name, byteSize: studentDocuments.byteSize })
      .from(studentDocuments)
      .where(
        and(
          eq(studentDocuments.organizationId, organizationId),
          eq(studentDocuments.studentId, studentId),
          isNull(studentDocuments.removedAt),
        ),
      )
      .orderBy(asc(studentDocuments.createdAt), asc(studentDocuments.id)),
  ]);
  return {
    academic,
    hasHealth: health > 0,
    vaccines: doses,
    discipline,
    documents: {
      count: documents.length,
      bytes: documents.reduce((sum, { byteSize }) => sum + byteSize, 0),
      names: documents.slice(0, NAMED).map(({ name }) => name),
    },
  };
}

/** Seats, places in waiting lists and the account link, which end with a transfer. */
async function foretellClosing(tx: TenantTx, { userId }: StudentRow) {
  if (userId === null) return { account: null, classes: [], waiting: [] };
  const [[account], seats, waits] = await Promise.all([
    tx.db
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(and(eq(users.organizationId, tx.actor.organizationId), eq(users.id, userId))),
    enrolledClasses(tx, [userId]),
    enrolledClasses(tx, [userId], "waiting"),
  ]);
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
  return { account: account ?? null, classes: names(seats), waiting: names(waits) };
}
