import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  academicRecords,
  attendanceDays,
  incidents,
  studentDocuments,
  vaccinations,
} from "@/db/schema/tenant/student-records";
import { authorizedPersons, guardians, healthRecords, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { TransferSection } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { lockStudent, type StudentRow } from "../student";
import { readPlace } from "./prepare-transfer";
import type { Transfer } from "./queries";

/**
 * The sections of a record that were agreed on, read in the sending school's scope, with the student held until the
 * transaction ends. Throws CONFLICT where the record has left, or went into another one, since it was asked for.
 */
export async function readRecord(tx: TenantTx, { studentId, sections }: Transfer) {
  const student = await lockSent(tx, studentId);
  const has = (section: TransferSection) => sections.includes(section);
  const [place, family, academic, attendance, health, discipline, documents] = await Promise.all([
    readPlace(tx, studentId),
    has("family") ? readFamily(tx, studentId) : { guardians: [], authorized: [] },
    has("academic")
      ? tx.db
          .select()
          .from(academicRecords)
          .where(ofStudent(tx, academicRecords, studentId))
      : [],
    has("academic")
      ? tx.db
          .select()
          .from(attendanceDays)
          .where(ofStudent(tx, attendanceDays, studentId))
      : [],
    has("health") ? readHealth(tx, studentId) : { record: undefined, vaccinations: [] },
    has("discipline")
      ? tx.db
          .select()
          .from(incidents)
          .where(and(ofStudent(tx, incidents, studentId), isNull(incidents.voidedAt)))
      : [],
    has("documents") ? listDocuments(tx, studentId) : [],
  ]);
  return {
    student,
    place,
    hasAcademic: has("academic"),
    family,
    academic,
    attendance,
    health,
    discipline,
    documents,
  };
}

export type SentRecord = Awaited<ReturnType<typeof readRecord>>;

/** The files of a student that are not put away, oldest first. */
export function listDocuments(tx: TenantTx, studentId: string) {
  return tx.db
    .select()
    .from(studentDocuments)
    .where(and(ofStudent(tx, studentDocuments, studentId), isNull(studentDocuments.removedAt)))
    .orderBy(asc(studentDocuments.createdAt), asc(studentDocuments.id));
}

async function readFamily(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const [found, authorized] = await Promise.all([
    tx.db
      .select({ link: studentGuardians, person: guardians })
      .from(studentGuardians)
      .innerJoin(
        guardians,
        and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
      )
      .where(ofStudent(tx, studentGuardians, studentId)),
    tx.db
      .select()
      .from(authorizedPersons)
      .where(ofStudent(tx, authorizedPersons, studentId)),
  ]);
  return { guardians: found, authorized };
}

async function readHealth(tx: TenantTx, studentId: string) {
  const [[record], doses] = await Promise.all([
    tx.db
      .select()
      .from(healthRecords)
      .where(ofStudent(tx, healthRecords, studentId)),
    tx.db
      .select()
      .from(vaccinations)
      .where(ofStudent(tx, vaccinations, studentId)),
  ]);
  return { record, vaccinations: doses };
}

function ofStudent(
  { actor }: TenantTx,
  table: { organizationId: PgColumn; studentId: PgColumn },
  studentId: string,
): SQL | undefined {
  return and(eq(table.organizationId, actor.organizationId), eq(table.studentId, studentId));
}

/** The student who is to go, held. Throws CONFLICT where the record has left, or went into another one, since. */
export async function lockSent(tx: TenantTx, studentId: string): Promise<StudentRow> {
  return lockStudent(tx, studentId).catch((error: unknown) => {
    const isGone = error instanceof DomainError && ["notFound", "student.merged"].includes(error.key);
    throw isGone ? new DomainError("conflict", "studentTransfer.recordGone") : error;
  });
}
