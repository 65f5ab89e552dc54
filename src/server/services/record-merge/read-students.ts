import { and, asc, eq, inArray } from "drizzle-orm";
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
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { notFound } from "@/server/errors";
import { lockStudents, requireStudent, type StudentRow } from "../student";

/** Parts of a record that go along row by row. */
export const PARTS = {
  statuses: studentStatuses,
  academic: academicRecords,
  attendance: attendanceDays,
  incidents,
  vaccinations,
  documents: studentDocuments,
} as const;
export type Part = keyof typeof PARTS;

type Rows<Table extends { $inferSelect: unknown }> = Table["$inferSelect"][];
export type StudentSide = {
  row: StudentRow;
  health: typeof healthRecords.$inferSelect | undefined;
  links: (typeof studentGuardians.$inferSelect & { name: string })[];
  authorized: Rows<typeof authorizedPersons>;
  statuses: Rows<typeof studentStatuses>;
  academic: Rows<typeof academicRecords>;
  attendance: Rows<typeof attendanceDays>;
  vaccinations: Rows<typeof vaccinations>;
  incidents: { id: string }[];
  documents: { id: string }[];
};
export type StudentPair = Record<"kept" | "merged", StudentSide>;
type Ids = { keptId: string; mergedId: string };

/** Both records with all that is tied to them; with `lock`, held in the order of their ids. Throws NOT_FOUND. */
export async function readStudentPair(tx: TenantTx, ids: Ids, { lock = false } = {}): Promise<StudentPair> {
  const [kept, merged] = await readRows(tx, ids, lock);
  const both = [ids.keptId, ids.mergedId];
  const { organizationId } = tx.actor;
  const [health, links, authorized, statuses, academic, marked, given, incidentIds, documentIds] =
    await Promise.all([
      tx.db
        .select()
        .from(healthRecords)
        .where(and(eq(healthRecords.organizationId, organizationId), inArray(healthRecords.studentId, both))),
      tx.db
        .select({
          link: studentGuardians,
          person: { firstNames: guardians.firstNames, lastNames: guardians.lastNames },
        })
        .from(studentGuardians)
        .innerJoin(
          guardians,
          and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
        )
        .where(
          and(eq(studentGuardians.organizationId, organizationId), inArray(studentGuardians.studentId, both)),
        )
        .orderBy(asc(studentGuardians.id)),
      tx.db
        .select()
        .from(authorizedPersons)
        .where(
          and(
            eq(authorizedPersons.organizationId, organizationId),
            inArray(authorizedPersons.studentId, both),
          ),
        )
        .orderBy(asc(authorizedPersons.place)),
      tx.db
        .select()
        .from(studentStatuses)
        .where(
          and(eq(studentStatuses.organizationId, organizationId), inArray(studentStatuses.studentId, both)),
        )
        .orderBy(asc(studentStatuses.since), asc(studentStatuses.id)),
      tx.db
        .select()
        .from(academicRecords)
        .where(
          and(eq(academicRecords.organizationId, organizationId), inArray(academicRecords.studentId, both)),
        )
        .orderBy(asc(academicRecords.id)),
      tx.db
        .select()
        .from(attendanceDays)
        .where(
          and(eq(attendanceDays.organizationId, organizationId), inArray(attendanceDays.studentId, both)),
        )
        .orderBy(asc(attendanceDays.id)),
      tx.db
        .select()
        .from(vaccinations)
        .where(and(eq(vaccinations.organizationId, organizationId), inArray(vaccinations.studentId, both)))
        .orderBy(asc(vaccinations.id)),
      tx.db
        .select({ id: incidents.id, studentId: incidents.studentId })
        .from(incidents)
        .where(and(eq(incidents.organizationId, organizationId), inArray(incidents.studentId, both)))
        .orderBy(asc(incidents.id)),
      tx.db
        .select({ id: studentDocuments.id, studentId: studentDocuments.studentId })
        .from(studentDocuments)
        .where(
          and(eq(studentDocuments.organizationId, organizationId), inArray(studentDocuments.studentId, both)),
        )
        .orderBy(asc(studentDocuments.id)),
    ]);
  const named = links.map(({ link, person }) => ({ ...link, name: fullName(person) }));
  const side = (row: StudentRow): StudentSide => {
    const own = <Row extends { studentId: string }>(rows: readonly Row[]) =>
      rows.filter(({ studentId }) => studentId === row.id);
    return {
      ...{ row, health: own(health)[0], links: own(named), authorized: own(authorized) },
      ...{
        statuses: own(statuses),
        academic: own(academic),
        attendance: own(marked),
        vaccinations: own(given),
      },
      ...{ incidents: own(incidentIds), documents: own(documentIds) },
    };
  };
  return { kept: side(kept), merged: side(merged) };
}

async function readRows(tx: TenantTx, { keptId, mergedId }: Ids, lock: boolean) {
  if (!lock) return Promise.all([requireStudent(tx, keptId), requireStudent(tx, mergedId)]);
  const rows = await lockStudents(tx, [keptId, mergedId]);
  const [kept, merged] = [rows.get(keptId), rows.get(mergedId)];
  if (!kept || !merged) throw notFound();
  return [kept, merged] as const;
}
