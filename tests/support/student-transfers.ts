import { and, eq } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { OperatorTx } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
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
import { requestTransferInput } from "@/domain/student-transfer";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { answerTransfer, deliverTransferLink, requestTransfer } from "@/server/services/student-transfer";
import { keepingMailer } from "./invitations";
import { asOperator } from "./operator";
import { makeSchool, type TestSchool } from "./schools";
import { addStudentRecords } from "./student-records";

/** A transfer that a guardian has agreed to, from a school of its own with one student in it. */
export async function addIncomingTransfer(
  tx: OperatorTx,
  { toOrganizationId, masterId }: { toOrganizationId: string; masterId: string },
): Promise<{ incomingTransferId: string; otherSlug: string; organizationId: string }> {
  const [organizationId, studentId, id] = [newId(), newId(), newId()];
  const slug = `neighbour-${organizationId.slice(-12)}`;
  await tx.db
    .insert(organizations)
    .values({ id: organizationId, slug, name: "Neighbour", kind: "guest", masterId });
  await tx.enterPlacement("app");
  const [firstNames, lastNames, code] = ["Ulises", "Bermúdez", `N-${studentId.slice(-8)}`];
  await tx.db.insert(students).values({
    ...{ organizationId, id: studentId, firstNames, lastNames, code, gender: "male" },
    birthDate: "2016-05-04",
    sortKey: sortKey(`${lastNames} ${firstNames}`),
    searchKey: searchKey(`${firstNames} ${lastNames} ${code}`),
  });
  await tx.db.insert(studentTransfers).values({
    ...{ organizationId, id, toOrganizationId, studentId, studentName: `${firstNames} ${lastNames}` },
    ...{ fromSchoolName: "Neighbour", toSchoolName: "Here", sections: ["profile"], guardianName: "Rita" },
    ...{ guardianEmail: `${id}@people.example`, lastDay: "2026-03-13", requestedBy: "Neighbour's admin" },
    ...{ status: "awaiting_school", guardianAgreedAt: new Date() },
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return { incomingTransferId: id, otherSlug: slug, organizationId };
}

/** A school with the whole record of a student, and its admin. */
export async function makeRecordSchool(operatorUrl: string, placement: string) {
  const school = await makeSchool(operatorUrl, placement);
  const records = await asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(placement);
    const made = await addStudentRecords(tx, school);
    // One guardian is told of more plainly than two.
    await tx.db.delete(studentGuardians).where(eq(studentGuardians.id, made.otherLinkId));
    return made;
  });
  return { ...school, records, admin: school.actor(school.people.ORG_ADMIN) };
}

export type RecordSchool = Awaited<ReturnType<typeof makeRecordSchool>>;

type Given = Partial<Parameters<typeof requestTransferInput.parse>[0] & object>;

/** Asks for the transfer of the student with a whole record, with all sections unless said. */
export async function ask(from: RecordSchool, to: Pick<TestSchool, "slug">, given: Given = {}) {
  const input = requestTransferInput.parse({
    ...{ studentId: from.records.studentId, address: to.slug, lastDay: "2026-03-13", locale: "es" },
    sections: ["family", "academic", "health", "discipline", "documents"],
    ...{ reason: "Se mudan", guardian: { name: "Olga Canaima", email: `${newId()}@people.example` } },
    ...given,
  });
  return { ...(await requestTransfer(from.admin, input)), input };
}

/** The link in the mail that a request leaves. */
export async function linkOf(from: Pick<TestSchool, "id">, transferId: string) {
  const mailer = keepingMailer();
  await deliverTransferLink(PLATFORM_ITSELF, { organizationId: from.id, transferId }, mailer);
  const [mail] = mailer.sent;
  return { mail, token: /\/transfers\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "" };
}

/** A request that the guardian has said yes to. */
export async function agreed(from: RecordSchool, to: Pick<TestSchool, "slug">, given: Given = {}) {
  const { id } = await ask(from, to, given);
  const { token } = await linkOf(from, id);
  await answerTransfer({ token, answer: "agree", reason: "" }, { ipAddress: null });
  return { id, token };
}

/** The transfer as it is stored. */
export async function transferRow(operatorUrl: string, id: string) {
  const [row] = await asOperator(operatorUrl, ({ db }) =>
    db.select().from(studentTransfers).where(eq(studentTransfers.id, id)),
  );
  if (!row) throw new Error("no such transfer");
  return row;
}

/** Everything of one student in a school, as it is stored. */
export function recordOf(operatorUrl: string, { id, placement }: TestSchool, studentId: string) {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(placement);
    const of = (table: { organizationId: PgColumn; studentId: PgColumn }) =>
      and(eq(table.organizationId, id), eq(table.studentId, studentId));
    const { db } = tx;
    const [student] = await db
      .select()
      .from(students)
      .where(and(eq(students.organizationId, id), eq(students.id, studentId)));
    if (!student) throw new Error("no such student");
    return {
      student,
      statuses: await db
        .select()
        .from(studentStatuses)
        .where(of(studentStatuses))
        .orderBy(studentStatuses.since),
      health: await db.select().from(healthRecords).where(of(healthRecords)),
      vaccinations: await db.select().from(vaccinations).where(of(vaccinations)),
      academic: await db
        .select()
        .from(academicRecords)
        .where(of(academicRecords))
        .orderBy(academicRecords.year),
      attendance: await db.select().from(attendanceDays).where(of(attendanceDays)),
      incidents: await db.select().from(incidents).where(of(incidents)),
      documents: await db.select().from(studentDocuments).where(of(studentDocuments)),
      authorized: await db.select().from(authorizedPersons).where(of(authorizedPersons)),
      family: await db
        .select({ link: studentGuardians, person: guardians })
        .from(studentGuardians)
        .innerJoin(guardians, eq(guardians.id, studentGuardians.guardianId))
        .where(of(studentGuardians)),
    };
  });
}
