import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { inOrganization } from "@/db/scope";
import { MAX_DOCUMENTS } from "@/domain/student-document-list";
import { DAY } from "@/lib/duration";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { enqueue } from "@/server/adapters/queue";
import { storage } from "@/server/adapters/storage/storage";
import { eraseDocumentsJob } from "@/server/jobs/erase-documents";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { pdf } from "../../../../tests/support/papers";
import { refusal } from "../../../../tests/support/people";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import {
  downloadDocument,
  listDocuments,
  removeDocuments,
  restoreDocuments,
  updateDocument,
  uploadDocument,
} from ".";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound", values: {}, field: undefined };
const script = Buffer.from("<svg><script>alert(1)</script></svg>");

describe.each(["app", APART])("documents of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let studentId: string;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const upload = (given: object = {}) =>
    uploadDocument(actor("ORG_ADMIN"), {
      ...{ studentId, kind: "grades", name: "Boleta.exe", content: new Uint8Array(pdf()) },
      ...given,
    });
  const list = () => listDocuments(actor("ORG_ADMIN"), { studentId });
  const stored = () => storage().list(`schools/${made.school.id}/students/`);
  const erase = () =>
    runOnce({
      connectionString: env().WORKER_DATABASE_URL,
      taskList: { "erase-documents": eraseDocumentsJob },
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    });
  const told = async () =>
    (await eventsAbout(urls.operator, made.school, studentId)).map(({ action }) => action);

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    studentId = made.records.studentId;
  });

  test("are kept under the student, by what is in them and not by what they are called", async () => {
    const { id } = await upload();
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const { id: scan } = await upload({ kind: "photo", name: "foto.pdf", content: picture });
    const folder = `schools/${made.school.id}/students/${studentId}/documents`;
    expect(await stored()).toEqual([`${folder}/${id}.pdf`, `${folder}/${scan}.jpg`]);
    expect((await list()).slice(0, 2)).toMatchObject([
      { id: scan, name: "foto.jpg", kind: "photo", mediaType: "image/jpeg", removedAt: null },
      {
        ...{
          id,
          name: "Boleta.pdf",
          kind: "grades",
          mediaType: "application/pdf",
          byteSize: pdf().byteLength,
        },
        uploadedBy: made.school.people.ORG_ADMIN.name,
      },
    ]);
    expect(await told()).toEqual(["student.document_uploaded", "student.document_uploaded"]);
  });

  test("leave no bytes behind where they are refused, or cannot be written down", async () => {
    expect(await refusal(upload({ content: script }))).toMatchObject({ key: "image.svg", field: "content" });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const row = { organizationId: made.school.id, studentId, kind: "other" as const, name: "x.pdf" };
      const rest = { mediaType: "application/pdf", byteSize: 1, storageKey: "schools/x" };
      await tx.db
        .insert(studentDocuments)
        .values(Array.from({ length: MAX_DOCUMENTS - 1 }, () => ({ id: newId(), ...row, ...rest })));
    });
    expect(await refusal(upload())).toEqual({
      ...{ kind: "conflict", key: "document.tooMany" },
      ...{ values: { max: MAX_DOCUMENTS }, field: undefined },
    });
    const other = await makeStudentSchool(urls.operator, placement);
    expect(await refusal(upload({ studentId: other.records.studentId }))).toEqual(missing);
    expect([await stored(), await told()]).toEqual([[], []]);
  });

  test("are taken out by an address that names them, for a minute or two; who did is told", async () => {
    const { id } = await upload({ name: "Boletín 2º lapso" });
    const { url } = await downloadDocument(actor("ORG_ADMIN"), { id });
    const { pathname, searchParams } = new URL(url, "https://school.example");
    expect(pathname).toBe(`/api/files/schools/${made.school.id}/students/${studentId}/documents/${id}.pdf`);
    expect(searchParams.get("as")).toBe("Boletín 2º lapso.pdf");
    expect(Number(searchParams.get("expires")) - Date.now() / 1000).toBeLessThanOrEqual(120);
    await downloadDocument(actor("PARENT"), { id });
    expect(await told()).toEqual([
      "student.document_uploaded",
      "student.document_downloaded",
      "student.document_downloaded",
    ]);
  });

  test("are seen by the family where they are meant for it, and by no coach", async () => {
    const { id } = await upload();
    const { id: inner } = await upload({ kind: "transfer" });
    await removeDocuments(actor("ORG_ADMIN"), { ids: [(await upload({ kind: "agreement" })).id] });
    const shown = await listDocuments(actor("PARENT"), { studentId });
    expect(shown.map((row) => row.id)).toEqual([id]);
    for (const hidden of [inner, made.records.documentId])
      expect(await refusal(downloadDocument(actor("PARENT"), { id: hidden }))).toEqual(missing);
    const neighbour = await makeStudentSchool(urls.operator, placement);
    for (const other of [
      made.school.actor(made.otherParent),
      neighbour.school.actor(neighbour.school.people.ORG_ADMIN),
    ]) {
      expect(await refusal(listDocuments(other, { studentId }))).toEqual(missing);
      expect(await refusal(downloadDocument(other, { id }))).toEqual(missing);
    }
  });

  test("get another name, which keeps the ending, and another kind", async () => {
    const { id } = await upload();
    await updateDocument(actor("ORG_ADMIN"), { id, name: "Notas del año.PDF", kind: "other" });
    await updateDocument(actor("ORG_ADMIN"), { id, name: "Notas del año" });
    expect((await list())[0]).toMatchObject({ id, name: "Notas del año.pdf", kind: "other" });
    await updateDocument(actor("ORG_ADMIN"), { id, name: "malware.exe" });
    expect((await list())[0]).toMatchObject({ name: "malware.exe.pdf" });
    expect(await told()).toHaveLength(3);
  });

  test("are put away, come back, and are erased with their bytes after thirty days", async () => {
    const [kept, back, gone] = [await upload(), await upload(), await upload()].map(({ id }) => id);
    const ids = [kept, back, gone].map((id) => id ?? "");
    await removeDocuments(actor("ORG_ADMIN"), { ids: ids.slice(1) });
    await removeDocuments(actor("ORG_ADMIN"), { ids: ids.slice(1) });
    expect(await refusal(updateDocument(actor("ORG_ADMIN"), { id: gone ?? "", name: "x" }))).toMatchObject({
      key: "document.removed",
    });
    await restoreDocuments(actor("ORG_ADMIN"), { ids: [back ?? "", newId()] });
    const age = (days: number) =>
      asOperator(urls.operator, async (tx) => {
        await tx.enterPlacement(placement);
        await tx.db
          .update(studentDocuments)
          .set({ removedAt: new Date(Date.now() - days * DAY) })
          .where(eq(studentDocuments.id, gone ?? ""));
      });
    await age(29.9);
    await inOrganization(actor("ORG_ADMIN"), (tx) => enqueue(tx, "erase-documents", {}));
    await erase();
    expect(await stored()).toHaveLength(3);
    await age(30.1);
    await inOrganization(actor("ORG_ADMIN"), (tx) => enqueue(tx, "erase-documents", {}));
    await erase();
    expect((await stored()).some((key) => key.includes(gone ?? ""))).toBe(false);
    expect((await list()).map(({ id }) => id)).toEqual([back, kept, made.records.documentId]);
    expect(await refusal(restoreDocuments(actor("ORG_ADMIN"), { ids: [gone ?? ""] }))).toEqual(missing);
    const events = await eventsAbout(urls.operator, made.school, studentId);
    expect(events.map(({ action }) => action).slice(3)).toEqual([
      ...["student.document_removed", "student.document_removed"],
      ...["student.document_restored", "student.documents_erased"],
    ]);
    expect(events.at(-1)).toMatchObject({ via: "job", actorName: "Homeroom", after: { count: 1 } });
  });

  test("of a record that went to another school stay as they are, and can be read", async () => {
    const { id } = await upload();
    await lockRecord(urls.operator, made);
    const locked = { kind: "conflict", key: "student.locked" };
    expect(await refusal(upload())).toMatchObject(locked);
    expect(await refusal(updateDocument(actor("ORG_ADMIN"), { id, name: "x" }))).toMatchObject(locked);
    expect(await refusal(removeDocuments(actor("ORG_ADMIN"), { ids: [id] }))).toMatchObject(locked);
    await downloadDocument(actor("ORG_ADMIN"), { id });
  });
});
