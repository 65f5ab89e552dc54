import { and, eq } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { students } from "@/db/schema/tenant/students";
import { type Actor, onPlatform, type PlatformTx, type TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { type StudentFolder, storage, studentKey } from "@/server/adapters/storage/storage";
import { recordEvents } from "../audit";
import { type Transfer, updateTransfer } from "./queries";
import { listDocuments } from "./read-record";

/** A file that goes to the other school: the picture of the student, or a document. */
type SentFile = {
  folder: StudentFolder;
  from: string;
  /** The same each time that it is tried: what is there is not put a second time. */
  to: string;
  document: typeof studentDocuments.$inferSelect | null;
};

/** A transfer by the school that its job is stamped with: the receiving one. */
type Which = { organizationId: string; transferId: string };

/**
 * Copies the files of a student who was taken in to the receiving school, one by one: first the bytes, then the row that
 * shows them. Goes on where it stopped; files whose bytes are gone are told of in the log and left out.
 */
export async function copyStudentFiles(actor: Actor, which: Which): Promise<void> {
  const found = await onPlatform(actor, async (tx) => {
    const transfer = await lockTaken(tx, which);
    return transfer && filesOf(tx, transfer);
  });
  if (!found) return;
  const missing: SentFile[] = [];
  for (const [index, file] of found.entries()) {
    if (!(await copy(file))) missing.push(file);
    else if (!(await onPlatform(actor, (tx) => keep(tx, which, file, found.length - index - 1))))
      await storage().delete(file.to);
  }
  await onPlatform(actor, (tx) => finish(tx, which, missing));
}

/** Whether the bytes are at their new place; those that are there already were put there whole. */
async function copy({ from, to }: SentFile): Promise<boolean> {
  if (await storage().exists(to)) return true;
  const file = await storage().get(from);
  if (!file) return false;
  await storage().put(to, new Uint8Array(await new Response(file.stream).arrayBuffer()));
  return true;
}

type Taken = Transfer & { receivedStudentId: string };

/** The transfer, held until the transaction ends; undefined where every file has come. */
async function lockTaken(tx: PlatformTx, { organizationId, transferId }: Which): Promise<Taken | undefined> {
  const [transfer] = await tx.db
    .select()
    .from(studentTransfers)
    .where(and(eq(studentTransfers.toOrganizationId, organizationId), eq(studentTransfers.id, transferId)))
    .for("update");
  const receivedStudentId = transfer?.receivedStudentId;
  if (!transfer || !receivedStudentId || transfer.filesPending === 0) return undefined;
  return { ...transfer, receivedStudentId };
}

async function filesOf(tx: PlatformTx, transfer: Taken): Promise<SentFile[]> {
  const { organizationId, studentId, toOrganizationId, receivedStudentId, sections } = transfer;
  const target = { organizationId: toOrganizationId, studentId: receivedStudentId };
  return tx.enter(organizationId, async (inside) => {
    const [documents, [student]] = await Promise.all([
      sections.includes("documents") ? listDocuments(inside, studentId) : [],
      inside.db
        .select({ photoKey: students.photoKey })
        .from(students)
        .where(and(eq(students.organizationId, organizationId), eq(students.id, studentId))),
    ]);
    const file = (folder: StudentFolder, from: string, document: SentFile["document"]): SentFile => ({
      ...{ folder, from, document },
      to: studentKey(target, folder, from.slice(from.lastIndexOf("/") + 1)),
    });
    return [
      ...(student?.photoKey ? [file("photos", student.photoKey, null)] : []),
      ...documents.map((document) => file("documents", document.storageKey, document)),
    ];
  });
}

/**
 * Shows a file that was copied, once however often it is tried; `left` are those that come after it. False where the
 * record has another one in its place.
 */
async function keep(tx: PlatformTx, which: Which, file: SentFile, left: number): Promise<boolean> {
  const transfer = await lockTaken(tx, which);
  if (!transfer) return true;
  const shown = await tx.enter(which.organizationId, async (inside) => {
    const studentId = await presentRecord(inside, transfer.receivedStudentId);
    const before = await show(inside, { studentId, transfer, file });
    if (before === "none") await tell(inside, "transfer.file_received", { studentId, transfer, file });
    return before !== "other";
  });
  // The last one is written off with what is missing.
  await updateTransfer(tx, transfer, { filesPending: Math.max(left, 1) });
  return shown;
}

async function finish(tx: PlatformTx, which: Which, missing: readonly SentFile[]): Promise<void> {
  const transfer = await lockTaken(tx, which);
  if (!transfer) return;
  await tx.enter(which.organizationId, async (inside) => {
    const studentId = await presentRecord(inside, transfer.receivedStudentId);
    for (const file of missing) await tell(inside, "transfer.file_missing", { studentId, transfer, file });
  });
  await updateTransfer(tx, transfer, { filesPending: 0 });
}

type Shown = { studentId: string; transfer: Transfer; file: SentFile };

async function tell(tx: TenantTx, action: string, { studentId, transfer, file }: Shown): Promise<void> {
  await recordEvents(tx, [
    {
      action,
      subject: { type: "student", id: studentId, name: transfer.studentName },
      after: { file: file.document?.name ?? null, school: transfer.fromSchoolName },
    },
  ]);
}

/** Shows the file in the record, and says what was there before: nothing, this very file, or another one. */
async function show(tx: TenantTx, { studentId, transfer, file }: Shown): Promise<"none" | "same" | "other"> {
  const { organizationId } = tx.actor;
  const { document, to } = file;
  if (document === null) return showPhoto(tx, studentId, to);
  const known = await tx.db.$count(
    studentDocuments,
    and(eq(studentDocuments.organizationId, organizationId), eq(studentDocuments.storageKey, to)),
  );
  if (known > 0) return "same";
  await tx.db.insert(studentDocuments).values({
    ...document,
    ...{ organizationId, id: newId(), studentId, storageKey: to, uploadedBy: transfer.fromSchoolName },
    createdAt: undefined,
  });
  return "none";
}

async function showPhoto(tx: TenantTx, studentId: string, photoKey: string) {
  const own = and(eq(students.organizationId, tx.actor.organizationId), eq(students.id, studentId));
  const [before] = await tx.db
    .select({ photoKey: students.photoKey })
    .from(students)
    .where(own)
    .for("update");
  if (before?.photoKey) return before.photoKey === photoKey ? "same" : "other";
  await tx.db.update(students).set({ photoKey, updatedAt: new Date() }).where(own);
  return "none";
}

/** The received record, or the one that it went into since. */
async function presentRecord(tx: TenantTx, id: string): Promise<string> {
  const [row] = await tx.db
    .select({ mergedIntoId: students.mergedIntoId })
    .from(students)
    .where(and(eq(students.organizationId, tx.actor.organizationId), eq(students.id, id)));
  return row?.mergedIntoId ? presentRecord(tx, row.mergedIntoId) : id;
}
