import { and, eq } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, readInOrganization } from "@/db/scope";
import type { SetStudentPhotoInput } from "@/domain/student-photo";
import { newId } from "@/lib/ids";
import { putThen } from "@/server/adapters/storage/put-then";
import { storage, studentKey } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { reencodeImage } from "../image";
import { lockStudent, requireStudent, subjectOf } from "./policies";

/** Pixels of a side: sharp at the largest size that a face is shown or printed in. */
const SIDE = 512;

/**
 * Shows a picture beside a student's name: drawn anew as a square, whatever the file called itself, without what it told
 * of where and by whom it was taken. The one before is deleted. Throws BAD_REQUEST for what is no picture.
 */
export async function setStudentPhoto(
  actor: OrganizationActor,
  { id, content }: SetStudentPhotoInput,
): Promise<void> {
  const { organizationId } = actor;
  // Before the work of drawing, for whom there is none to do; and again with what is written.
  await inOrganization(actor, (tx) => lockStudent(tx, id));
  const image = await reencodeImage(Buffer.from(content, "base64"), {
    ...{ width: SIDE, height: SIDE, fit: "cover" },
  });
  const key = studentKey({ organizationId, studentId: id }, "photos", `${newId()}.webp`);
  await putThen(key, image.bytes, () => replacePhoto(actor, id, key));
}

/** Shows the initials again and deletes the picture; quiet where there is none. */
export async function removeStudentPhoto(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await replacePhoto(actor, id, null);
}

/** The bytes of a student's picture, for whoever may see the student. Throws NOT_FOUND where there is none. */
export async function readStudentPhoto(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { photoKey } = await readInOrganization(actor, (tx) => requireStudent(tx, id));
  const file = photoKey === null ? undefined : await storage().get(photoKey);
  if (!file) throw notFound();
  return new Uint8Array(await new Response(file.stream).arrayBuffer());
}

async function replacePhoto(actor: OrganizationActor, id: string, photoKey: string | null): Promise<void> {
  const { organizationId } = actor;
  const former = await inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, id);
    if (student.photoKey === photoKey) return null;
    await tx.db
      .update(students)
      .set({ photoKey, updatedAt: new Date() })
      .where(and(eq(students.organizationId, organizationId), eq(students.id, id)));
    await recordEvents(tx, [
      { action: photoKey ? "student.photo_changed" : "student.photo_removed", subject: subjectOf(student) },
    ]);
    // A record that was merged into this one may show the same picture, and come back.
    const others = and(
      eq(students.organizationId, organizationId),
      eq(students.photoKey, student.photoKey ?? ""),
    );
    return (await tx.db.$count(students, others)) === 0 ? student.photoKey : null;
  });
  // After the commit: until then the row still shows it.
  if (former) await storage().delete(former);
}
