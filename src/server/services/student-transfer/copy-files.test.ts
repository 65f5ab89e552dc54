import { and, eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { outboxMessages } from "@/db/schema/core/operations";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { students } from "@/db/schema/tenant/students";
import { newId } from "@/lib/ids";
import { storage, studentKey } from "@/server/adapters/storage/storage";
import { copyStudentFilesJob } from "@/server/jobs/copy-student-files";
import { sendNoticeJob } from "@/server/jobs/send-notice";
import { sendTransferMail } from "@/server/jobs/send-transfer-mail";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import {
  agreed,
  makeRecordSchool,
  type RecordSchool,
  recordOf,
  transferRow,
} from "../../../../tests/support/student-transfers";
import { acceptTransfer, copyStudentFiles, declineTransfer } from "./index";

const { urls } = await useTestDatabase();

async function bytesOf(key: string): Promise<string | undefined> {
  const file = await storage().get(key);
  return file && new Response(file.stream).text();
}

function runQueue() {
  return runOnce({
    connectionString: urls.worker,
    taskList: {
      "copy-student-files": copyStudentFilesJob,
      "send-transfer-mail": sendTransferMail,
      "send-notice": sendNoticeJob,
    },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}

describe.each([
  ["app", APART],
  [APART, "app"],
])("files from a school placed in %s to one in %s", (placement, other) => {
  let from: RecordSchool;
  let to: RecordSchool;
  let keys: { photo: string; first: string; second: string };

  beforeEach(async () => {
    from = await makeRecordSchool(urls.operator, placement);
    to = await makeRecordSchool(urls.operator, other);
    const { studentId, documentId } = from.records;
    const own = { organizationId: from.id, studentId };
    keys = {
      photo: studentKey(own, "photos", `${newId()}.webp`),
      first: studentKey(own, "documents", `${documentId}.pdf`),
      second: studentKey(own, "documents", `${newId()}.pdf`),
    };
    for (const [name, key] of Object.entries(keys)) await storage().put(key, new TextEncoder().encode(name));
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const file = { kind: "other", mediaType: "application/pdf", byteSize: 6 } as const;
      await tx.db.insert(studentDocuments).values([
        { ...own, ...file, id: newId(), name: "Notas.pdf", storageKey: keys.second },
        { ...own, ...file, id: newId(), name: "Retirado.pdf", storageKey: "gone", removedAt: new Date() },
      ]);
      await tx.db
        .update(students)
        .set({ photoKey: keys.photo })
        .where(and(eq(students.organizationId, from.id), eq(students.id, studentId)));
    });
  });

  const accept = async (id: string) => {
    const { yearId, gradeId } = to.records;
    const place = { yearId, gradeId, sectionId: null, enteredOn: "2026-03-16" };
    return (await acceptTransfer(to.admin, { id, ...place })).studentId;
  };
  const filesIn = async (studentId: string) => {
    const { student, documents } = await recordOf(urls.operator, to, studentId);
    const stored = documents.map(async ({ name, storageKey, uploadedBy }) => ({
      ...{ name, uploadedBy, key: storageKey, text: await bytesOf(storageKey) },
    }));
    return { photo: student.photoKey && (await bytesOf(student.photoKey)), files: await Promise.all(stored) };
  };

  test("follow by the queue, under the receiving school's keys; the source keeps its own", async () => {
    const { id } = await agreed(from, to);
    const studentId = await accept(id);
    expect(await transferRow(urls.operator, id)).toMatchObject({ filesPending: 3 });
    expect(await filesIn(studentId)).toEqual({ photo: null, files: [] });
    await runQueue();
    const { fromSchoolName: uploadedBy, filesPending } = await transferRow(urls.operator, id);
    expect(filesPending).toBe(0);
    const { photo, files } = await filesIn(studentId);
    expect(photo).toBe("photo");
    expect(files.map(({ name, text }) => [name, text]).sort()).toEqual(
      [
        [`${from.records.word}.pdf`, "first"],
        ["Notas.pdf", "second"],
      ].sort(),
    );
    for (const file of files) {
      expect(file).toMatchObject({ uploadedBy });
      expect(file.key.startsWith(`schools/${to.id}/students/${studentId}/documents/`)).toBe(true);
    }
    for (const [name, key] of Object.entries(keys)) expect(await bytesOf(key)).toBe(name);
    const told = (await eventsAbout(urls.operator, to, studentId)).map(({ action }) => action);
    expect(told.filter((action) => action === "transfer.file_received")).toHaveLength(3);
  });

  test("go on where they stopped, and come once however often and at once that is tried", async () => {
    const { id } = await agreed(from, to);
    const studentId = await accept(id);
    const which = { organizationId: to.id, transferId: id };
    const target = { organizationId: to.id, studentId };
    // As a crash leaves it between the bytes and the row.
    const name = keys.first.slice(keys.first.lastIndexOf("/") + 1);
    await storage().put(studentKey(target, "documents", name), new TextEncoder().encode("first"));
    await Promise.all(Array.from({ length: 6 }, () => copyStudentFiles(PLATFORM_ITSELF, which)));
    await copyStudentFiles(PLATFORM_ITSELF, which);
    const { files } = await filesIn(studentId);
    expect(files).toHaveLength(2);
    const told = (await eventsAbout(urls.operator, to, studentId)).map(({ action }) => action);
    expect(told.filter((action) => action === "transfer.file_received")).toHaveLength(3);
    expect(await storage().list(`schools/${to.id}/students/${studentId}/`)).toHaveLength(3);
  });

  test("whose bytes are gone are told of, and the others come", async () => {
    await storage().delete(keys.first);
    const { id } = await agreed(from, to);
    const studentId = await accept(id);
    await runQueue();
    expect(await transferRow(urls.operator, id)).toMatchObject({ filesPending: 0 });
    const { photo, files } = await filesIn(studentId);
    expect([photo, files.map(({ name }) => name)]).toEqual(["photo", ["Notas.pdf"]]);
    expect((await eventsAbout(urls.operator, to, studentId)).at(-1)).toMatchObject({
      ...{ action: "transfer.file_missing", after: { file: `${from.records.word}.pdf` } },
    });
  });

  test("stay with documents that were not agreed on; a picture that is there stays", async () => {
    const { id } = await agreed(from, to, { sections: [] });
    const studentId = await accept(id);
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(other);
      await tx.db.update(students).set({ photoKey: keys.photo }).where(eq(students.id, studentId));
    });
    await runQueue();
    expect((await recordOf(urls.operator, to, studentId)).student.photoKey).toBe(keys.photo);
    expect(await transferRow(urls.operator, id)).toMatchObject({ filesPending: 0 });
    expect(await storage().list(`schools/${to.id}/students/${studentId}/`)).toEqual([]);
  });

  test("come to the record that the received one went into", async () => {
    const { id } = await agreed(from, to);
    const studentId = await accept(id);
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(other);
      await tx.db
        .update(students)
        .set({ mergedIntoId: to.records.studentId })
        .where(eq(students.id, studentId));
    });
    await runQueue();
    const { documents } = await recordOf(urls.operator, to, to.records.studentId);
    expect(documents.map(({ name }) => name)).toContain("Notas.pdf");
  });

  test("hold the record up until they have come, where it is to go on to a third school", async () => {
    const third = await makeRecordSchool(urls.operator, placement);
    const { id } = await agreed(from, to);
    const studentId = await accept(id);
    const next = await agreed(to, third, { studentId });
    const { yearId, gradeId } = third.records;
    const place = { yearId, gradeId, sectionId: null, enteredOn: "2026-04-01" };
    const on = () => acceptTransfer(third.admin, { id: next.id, ...place });
    expect(await refusal(on())).toMatchObject({ key: "studentTransfer.filesOnTheWay" });
    await runQueue();
    const { studentId: last } = await on();
    await runQueue();
    const { student, documents } = await recordOf(urls.operator, third, last);
    expect(documents).toHaveLength(2);
    expect(student.photoKey).toContain(third.id);
  });

  test("the guardian and who asked are told how it ended, and admins of what comes", async () => {
    const inbox = (email: string) =>
      asOperator(urls.operator, ({ db }) =>
        db
          .select()
          .from(outboxMessages)
          .where(eq(outboxMessages.recipient, email))
          .orderBy(outboxMessages.createdAt),
      );
    const { id } = await agreed(from, to);
    await runQueue();
    expect(await inbox(to.people.ORG_ADMIN.email)).toMatchObject([
      { subject: expect.stringMatching(/Transfer of a student/) },
    ]);
    await accept(id);
    await runQueue();
    const { guardianEmail } = await transferRow(urls.operator, id);
    expect((await inbox(guardianEmail)).at(-1)?.subject).toMatch(/^Traslado completo: Nahia/);
    const [told] = await inbox(from.people.ORG_ADMIN.email);
    expect(told?.text).toMatch(/has taken Nahia .* in/);
    const other = await agreed(from, to, { studentId: await makeOther() });
    await declineTransfer(to.admin, { id: other.id, reason: "No hay cupo" });
    await runQueue();
    const row = await transferRow(urls.operator, other.id);
    expect((await inbox(row.guardianEmail)).at(-1)?.text).toContain("No hay cupo");
    expect(await inbox(from.people.ORG_ADMIN.email)).toHaveLength(2);
  });

  /** One more student of the sending school. */
  async function makeOther(): Promise<string> {
    const id = newId();
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db.insert(students).values({
        ...{ organizationId: from.id, id, code: id, firstNames: "Otro", lastNames: "Más", gender: "male" },
        ...{ birthDate: "2016-01-01", sortKey: "mas otro", searchKey: " otro mas" },
      });
    });
    return id;
  }
});
