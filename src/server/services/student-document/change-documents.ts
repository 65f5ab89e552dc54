import { and, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { judgeChange } from "@/domain/stale";
import type { DocumentIdsInput, UpdateDocumentInput } from "@/domain/student-document";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudents, requireOpen, subjectOf } from "../student";

/** Gives a document another name, which keeps the ending, or says that it is of another kind. */
export async function updateDocument(
  actor: OrganizationActor,
  { id, ...given }: UpdateDocumentInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const [found] = await lockDocuments(tx, [id]);
    if (!found) throw notFound();
    if (found.removedAt) throw new DomainError("conflict", "document.removed");
    const { name, kind } = found;
    const ending = name.slice(name.lastIndexOf("."));
    const wanted =
      given.name === undefined
        ? undefined
        : `${given.name.replace(new RegExp(`\\${ending}$`, "i"), "")}${ending}`;
    const { changed } = judgeChange({ name, kind }, { name: wanted, kind: given.kind });
    if (changed.length === 0) return;
    const after = { name: wanted ?? name, kind: given.kind ?? kind };
    await tx.db
      .update(studentDocuments)
      .set(after)
      .where(and(eq(studentDocuments.organizationId, actor.organizationId), eq(studentDocuments.id, id)));
    const told = (values: typeof after) => ({
      documentId: id,
      document: values.name,
      ...(changed.includes("kind") && { documentKind: values.kind }),
    });
    await recordEvents(tx, [
      {
        action: "student.document_changed",
        subject: subjectOf(found.student),
        before: told({ name, kind }),
        after: told(after),
      },
    ]);
  });
}

/** Puts documents away for thirty days, in which they can be brought back; then they are erased. */
export async function removeDocuments(actor: OrganizationActor, { ids }: DocumentIdsInput): Promise<void> {
  await setRemoved(actor, ids, {
    from: isNull(studentDocuments.removedAt),
    to: new Date(),
    action: "student.document_removed",
  });
}

/** Brings documents back. Those that are there stay; throws NOT_FOUND where none of them is kept any longer. */
export async function restoreDocuments(actor: OrganizationActor, { ids }: DocumentIdsInput): Promise<void> {
  await setRemoved(actor, ids, {
    from: isNotNull(studentDocuments.removedAt),
    to: null,
    action: "student.document_restored",
  });
}

async function setRemoved(
  actor: OrganizationActor,
  ids: readonly string[],
  { from, to, action }: { from: SQL; to: Date | null; action: string },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockDocuments(tx, ids);
    if (found.length === 0) throw notFound();
    const changed = await tx.db
      .update(studentDocuments)
      .set({ removedAt: to })
      .where(
        and(
          eq(studentDocuments.organizationId, actor.organizationId),
          inArray(
            studentDocuments.id,
            found.map(({ id }) => id),
          ),
          from,
        ),
      )
      .returning({ id: studentDocuments.id });
    const byId = new Map(found.map((row) => [row.id, row]));
    await recordEvents(
      tx,
      changed.flatMap(({ id }) => {
        const row = byId.get(id);
        if (!row) return [];
        const after = { documentId: id, document: row.name };
        return [{ action, subject: subjectOf(row.student), after }];
      }),
    );
  });
}

/** The documents with their students, all locked; what is not there is left out. Throws CONFLICT where one is closed. */
async function lockDocuments(tx: TenantTx, ids: readonly string[]) {
  const which = and(
    eq(studentDocuments.organizationId, tx.actor.organizationId),
    inArray(studentDocuments.id, [...ids]),
  );
  const owners = await tx.db
    .selectDistinct({ studentId: studentDocuments.studentId })
    .from(studentDocuments)
    .where(which);
  if (owners.length === 0) return [];
  const students = await lockStudents(
    tx,
    owners.map(({ studentId }) => studentId),
  );
  for (const student of students.values()) requireOpen(student);
  const rows = await tx.db
    .select({
      id: studentDocuments.id,
      studentId: studentDocuments.studentId,
      name: studentDocuments.name,
      kind: studentDocuments.kind,
      removedAt: studentDocuments.removedAt,
    })
    .from(studentDocuments)
    .where(which)
    .orderBy(studentDocuments.id)
    .for("update");
  return rows.flatMap((row) => {
    const student = students.get(row.studentId);
    return student ? [{ ...row, student }] : [];
  });
}
