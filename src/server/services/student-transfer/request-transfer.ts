import { and, eq, sql } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { parseEmail } from "@/domain/email";
import { fullName } from "@/domain/student-list";
import type { RequestTransferInput } from "@/domain/student-transfer";
import { TRANSFER_GUARDIAN_DAYS } from "@/domain/student-transfer-list";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, type StudentRow } from "../student";
import { type FoundSchool, findSchoolByAddress } from "./find-school";
import { isOpen, statusOf, studentSubject } from "./queries";

/**
 * Asks a guardian, by a link that is mailed, to agree that the student goes to another school with the chosen sections
 * of the record. Nothing of the record goes, and the other school sees nothing, before that. Throws CONFLICT where the
 * record has left already or another transfer of it is under way.
 */
export async function requestTransfer(
  actor: OrganizationActor,
  input: RequestTransferInput,
): Promise<{ id: string }> {
  const school = await findSchoolByAddress(actor, input);
  try {
    return await inOrganization(actor, async (tx) => {
      // Before the student, as whoever takes a student in does.
      await closeExpired(tx, input.studentId);
      const student = await lockStudent(tx, input.studentId);
      const guardian = await readGuardian(tx, input);
      return write(tx, { student, school, guardian, input });
    });
  } catch (error) {
    if (violatedUnique(error) !== "student_transfers_one_open") throw error;
    throw new DomainError("conflict", "studentTransfer.underWay");
  }
}

type Guardian = { name: string; email: string };

/** Who is asked: somebody that was typed, or a guardian of this very student with an address that mail reaches. */
async function readGuardian(tx: TenantTx, { studentId, guardian }: RequestTransferInput): Promise<Guardian> {
  if (!("guardianId" in guardian)) return guardian;
  const { organizationId } = tx.actor;
  const [found] = await tx.db
    .select({ firstNames: guardians.firstNames, lastNames: guardians.lastNames, email: guardians.email })
    .from(studentGuardians)
    .innerJoin(
      guardians,
      and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
    )
    .where(
      and(
        eq(studentGuardians.organizationId, organizationId),
        eq(studentGuardians.studentId, studentId),
        eq(studentGuardians.guardianId, guardian.guardianId),
      ),
    );
  const email = found && parseEmail(found.email);
  if (!found || !email?.ok)
    throw new DomainError("invalid", "studentTransfer.guardianWithoutEmail", { field: "guardianId" });
  return { name: fullName(found), email: email.email };
}

/** What nobody answered in time makes room. Throws CONFLICT for one that an answer is awaited for. */
async function closeExpired(tx: TenantTx, studentId: string): Promise<void> {
  const [open] = await tx.db
    .select()
    .from(studentTransfers)
    .where(
      and(
        eq(studentTransfers.organizationId, tx.actor.organizationId),
        eq(studentTransfers.studentId, studentId),
        isOpen,
      ),
    )
    .for("update");
  if (!open) return;
  if (statusOf(open) !== "expired") throw new DomainError("conflict", "studentTransfer.underWay");
  await tx.db
    .update(studentTransfers)
    .set({ status: "expired", closedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(eq(studentTransfers.organizationId, open.organizationId), eq(studentTransfers.id, open.id)));
}

type Request = { student: StudentRow; school: FoundSchool; guardian: Guardian; input: RequestTransferInput };

async function write(tx: TenantTx, { student, school, guardian, input }: Request): Promise<{ id: string }> {
  const { organizationId, userId, name } = tx.actor;
  const [own] = await tx.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const id = newId();
  const studentName = fullName(student);
  const { sections, reason, lastDay, locale } = input;
  const expiresAt = new Date(Date.now() + TRANSFER_GUARDIAN_DAYS * DAY);
  // The columns of a request and no others: the school's role may not write what others answer.
  await tx.db.execute(sql`
    insert into ${studentTransfers} (organization_id, id, to_organization_id, student_id, student_name,
      from_school_name, to_school_name, sections, reason, last_day, guardian_name, guardian_email, locale,
      requested_by, requested_by_user_id, expires_at)
    values (${organizationId}, ${id}, ${school.id}, ${student.id}, ${studentName}, ${own?.name ?? ""},
      ${school.name}, ${JSON.stringify(sections)}::jsonb, ${reason}, ${lastDay}, ${guardian.name},
      ${guardian.email}, ${locale}, ${name}, ${userId}, ${expiresAt.toISOString()})`);
  await enqueue(tx, "send-transfer-mail", { transferId: id, about: "link" });
  await recordEvents(tx, [
    {
      action: "transfer.requested",
      subject: studentSubject({ studentId: student.id, studentName }),
      after: {
        school: school.name,
        sections,
        reason,
        lastDay,
        guardian: guardian.name,
        email: guardian.email,
      },
    },
  ]);
  return { id };
}
