import { and, eq, gt } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { type OrganizationActor, onPlatform, type PlatformTx, type TenantTx } from "@/db/scope";
import type { AcceptTransferInput } from "@/domain/student-transfer";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { notify } from "../notification";
import type { Place } from "../student";
import { closeRecord } from "./close-record";
import {
  newsOf,
  refuseUnlessDue,
  requireIncoming,
  studentSubject,
  type Transfer,
  updateTransfer,
} from "./queries";
import { readRecord, type SentRecord } from "./read-record";
import { requirePlace } from "./require-place";
import { writeRecord } from "./write-record";

/**
 * Takes the student in: in one transaction the agreed sections are read in the sending school and written in this one,
 * the record there is closed, and both logs tell it; files follow by a job. Once, however often and at once it is
 * tried. Throws CONFLICT where there is nothing to decide, or a record here has the same cédula.
 */
export async function acceptTransfer(
  actor: OrganizationActor,
  input: AcceptTransferInput,
): Promise<{ studentId: string }> {
  try {
    return await onPlatform(actor, (tx) => accept(tx, actor, input));
  } catch (error) {
    // Somebody else wrote the same cédula or code at the same moment.
    if (violatedUnique(error)?.startsWith("students_") || violatedUnique(error)?.startsWith("guardians_"))
      throw new DomainError("conflict", "studentTransfer.tryAgain");
    throw error;
  }
}

async function accept(
  tx: PlatformTx,
  { organizationId }: OrganizationActor,
  input: AcceptTransferInput,
): Promise<{ studentId: string }> {
  const transfer = await requireIncoming(tx, { toOrganizationId: organizationId, id: input.id }, true);
  if (transfer.status === "completed" && transfer.receivedStudentId !== null)
    return { studentId: transfer.receivedStudentId };
  refuseUnlessDue(transfer);
  await Promise.all([requireOpenSender(tx, transfer), requireSettled(tx, transfer)]);
  const record = await tx.enter(transfer.organizationId, (inside) => readRecord(inside, transfer));
  const filesPending = record.documents.length + (record.student.photoKey === null ? 0 : 1);
  const student = await tx.enter(organizationId, async (inside) => {
    const place = await requirePlace(inside, input);
    const entry = { place, enteredOn: input.enteredOn };
    const written = await writeRecord(inside, { record, transfer, entry });
    await tellArrival(inside, { transfer, record, place, student: written });
    if (filesPending > 0) await enqueue(inside, "copy-student-files", { transferId: transfer.id });
    return written;
  });
  await tx.enter(transfer.organizationId, (inside) =>
    sendOff(asOutsider(inside, transfer), transfer, record),
  );
  await updateTransfer(tx, transfer, {
    ...{ status: "completed", closedAt: new Date(), receivedStudentId: student.id },
    ...{ decidedBy: tx.actor.name, filesPending },
  });
  return { studentId: student.id };
}

// A school that is closed for now is worked in by nobody, nor is one that ends.
async function requireOpenSender(tx: PlatformTx, transfer: Transfer): Promise<void> {
  const [from] = await tx.db
    .select({ status: organizations.status })
    .from(organizations)
    .where(eq(organizations.id, transfer.organizationId));
  if (from?.status !== "active")
    throw new DomainError("conflict", "studentTransfer.fromClosed", {
      values: { school: transfer.fromSchoolName },
    });
}

/** Throws CONFLICT while files of the record are on their way into the sending school, from where it came itself. */
async function requireSettled(tx: PlatformTx, { organizationId, studentId }: Transfer): Promise<void> {
  const arriving = await tx.db.$count(
    studentTransfers,
    and(
      eq(studentTransfers.toOrganizationId, organizationId),
      eq(studentTransfers.receivedStudentId, studentId),
      gt(studentTransfers.filesPending, 0),
    ),
  );
  if (arriving > 0) throw new DomainError("conflict", "studentTransfer.filesOnTheWay");
}

/** To the sending school whoever decides is nobody of its own: it is told the name and the school. */
export function asOutsider(tx: TenantTx, { toSchoolName }: Pick<Transfer, "toSchoolName">): TenantTx {
  return { ...tx, actor: { ...tx.actor, accountId: null, userId: null, onBehalfOf: toSchoolName } };
}

type Arrived = {
  transfer: Transfer;
  record: SentRecord;
  place: Place;
  student: { id: string; code: string };
};

async function tellArrival(tx: TenantTx, { transfer, record, place, student }: Arrived): Promise<void> {
  const { family, academic, health, discipline, documents } = record;
  await recordEvents(tx, [
    {
      action: "transfer.received",
      subject: { type: "student", id: student.id, name: transfer.studentName },
      after: {
        ...{ school: transfer.fromSchoolName, sections: transfer.sections, code: student.code },
        place: place.words,
        ...{ guardians: family.guardians.length, academicRecords: academic.length },
        // The log says that there was something, and hides what.
        ...{ health: health.record ?? null, vaccinations: health.vaccinations.length },
        ...{ incidents: discipline.length, documents: documents.length },
      },
    },
  ]);
}

async function sendOff(tx: TenantTx, transfer: Transfer, record: SentRecord): Promise<void> {
  const { place } = record;
  const since = await closeRecord(tx, { transfer, record });
  await recordEvents(tx, [
    {
      action: "transfer.completed",
      subject: studentSubject(transfer),
      before: { section: place?.section ?? null },
      after: {
        ...{ school: transfer.toSchoolName, sections: transfer.sections, on: since },
        health: record.health.record ?? null,
      },
    },
  ]);
  await enqueue(tx, "send-transfer-mail", { transferId: transfer.id, about: "completed" });
  const { requestedByUserId: userId } = transfer;
  if (userId !== null) await notify(tx, [{ userId, notice: newsOf(transfer, "completed") }]);
}
