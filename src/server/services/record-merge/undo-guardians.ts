import { and, eq, isNull, ne } from "drizzle-orm";
import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { KeptPart, MergeNote } from "@/domain/record-merge-list";
import { fullName, GUARDIAN_TYPES } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { type GuardianRow, lockGuardians, makePrimary, readLinks } from "../guardian";
import { closedBy, lockStudents, type StudentRow } from "../student";
import { only, type Values } from "./fields";
import { judgeFields, keysBack } from "./judge-fields";
import { bringRow, notesOf, writeRow } from "./notes";
import { childIds } from "./read-guardians";
import { type MergeRow, requireStanding } from "./standing";

/** As `undoMerge`, of two guardians. */
export async function undoGuardians(tx: TenantTx, merge: MergeRow): Promise<KeptPart[]> {
  const { keptId, mergedId } = merge;
  const gone = notesOf(merge.before, studentGuardians).flatMap(({ before }) => before?.student_id ?? []);
  const children = await lockStudents(tx, [
    ...new Set([...(await childIds(tx, [keptId, mergedId])), ...gone.map(String)]),
  ]);
  const rows = await lockGuardians(tx, [keptId, mergedId]);
  const [kept, merged] = [rows.get(keptId), rows.get(mergedId)];
  if (!kept || !merged) throw notFound();
  await requireStanding(tx, merge);
  if (kept.mergedIntoId !== null || merged.mergedIntoId !== keptId)
    throw new DomainError("conflict", "merge.followed");
  const left: KeptPart[] = [];
  const stays = await giveBackFields(tx, { kept, merged }, merge, left);
  await bringBack(tx, { stays, merged }, merge, left);
  const told = await undoTies(tx, { merge, children }, left);
  const person = (row: GuardianRow) => ({ id: row.id, name: fullName(row) });
  const [one, other] = [person(stays), person(merged)];
  await recordEvents(tx, [
    {
      action: "guardian.merge_undone",
      subject: { type: "guardian", ...one },
      after: { other, kept: left.length },
    },
    {
      action: "guardian.merge_undone",
      subject: { type: "guardian", ...other },
      after: { other: one, kept: left.length },
    },
    ...told.map((student) => ({
      action: "student.guardian_merged",
      subject: { type: "student", id: student.id, name: fullName(student) },
      before: { guardian: one },
      after: { guardian: other },
    })),
  ]);
  return left;
}

type Both = { kept: GuardianRow; merged: GuardianRow };

async function giveBackFields(
  tx: TenantTx,
  { kept, merged }: Both,
  merge: MergeRow,
  left: KeptPart[],
): Promise<GuardianRow> {
  const note = noteOf(merge, kept.id);
  const { back, edited } = judgeFields(note, kept);
  const staying = new Set(edited);
  if (await isCedulaTaken(tx, back.cedula, [kept.id, merged.id])) staying.add("cedula");
  const values = only(
    back,
    Object.keys(back).filter((field) => !staying.has(field)),
  );
  left.push(...[...staying].map(partOf));
  const next = { ...kept, ...values };
  await writeRow(tx, guardians, kept.id, { ...values, ...keysBack(note, kept, next), updatedAt: new Date() });
  return next;
}

function partOf(field: string): KeptPart {
  return { part: "field", field: field === "userId" ? "account" : field };
}

async function bringBack(
  tx: TenantTx,
  { stays, merged }: { stays: GuardianRow; merged: GuardianRow },
  merge: MergeRow,
  left: KeptPart[],
): Promise<void> {
  const { userId } = noteOf(merge, merged.id).before ?? {};
  const isAccountFree =
    userId !== undefined && stays.userId !== userId && !left.some(({ field }) => field === "account");
  const values: Values = isAccountFree ? { userId } : {};
  if (await isCedulaTaken(tx, merged.cedula, [merged.id])) {
    left.push({ part: "number", field: "cedula", name: merged.cedula ?? "" });
    Object.assign(values, { cedula: null }, personKeys({ ...merged, cedula: null }));
  }
  await writeRow(tx, guardians, merged.id, { ...values, mergedIntoId: null, updatedAt: new Date() });
}

async function isCedulaTaken(tx: TenantTx, cedula: unknown, besides: readonly string[]): Promise<boolean> {
  if (typeof cedula !== "string") return false;
  const holders = await tx.db
    .select({ id: guardians.id })
    .from(guardians)
    .where(
      and(
        eq(guardians.organizationId, tx.actor.organizationId),
        isNull(guardians.mergedIntoId),
        eq(guardians.cedula, cedula),
        ne(guardians.id, besides[0] ?? ""),
      ),
    );
  return holders.some(({ id }) => !besides.includes(id));
}

type Ties = { merge: MergeRow; children: ReadonlyMap<string, StudentRow> };

/** Answers with the students whose guardian is again who it was. */
async function undoTies(tx: TenantTx, { merge, children }: Ties, left: KeptPart[]): Promise<StudentRow[]> {
  const notes = notesOf(merge.before, studentGuardians);
  const told: StudentRow[] = [];
  for (const note of notes.filter(
    ({ before, after }) => after === null || before?.guardianId !== undefined,
  )) {
    const student =
      note.after === null
        ? await restore(tx, note, { merge, children })
        : await giveBack(tx, note, { merge, children });
    if (typeof student === "string") left.push({ part: "children", name: student });
    else told.push(student);
  }
  return told;
}

/** A tie that went over goes back. Answers with the child, or with its name where the tie stays as it is. */
async function giveBack(
  tx: TenantTx,
  { id }: MergeNote,
  { merge, children }: Ties,
): Promise<StudentRow | string> {
  const [link] = await tx.db
    .select()
    .from(studentGuardians)
    .where(and(eq(studentGuardians.organizationId, tx.actor.organizationId), eq(studentGuardians.id, id)));
  const student = link && children.get(link.studentId);
  if (!student) return "";
  const links = await readLinks(tx, student.id);
  const isThere = links.some(({ guardianId }) => guardianId === merge.mergedId);
  if (isThere || link.guardianId !== merge.keptId || closedBy(student) === "locked") return fullName(student);
  await writeRow(tx, studentGuardians, id, { guardianId: merge.mergedId });
  return student;
}

/** A tie that went, since the child had both, comes back beside the other one. */
async function restore(
  tx: TenantTx,
  { before }: MergeNote,
  { merge, children }: Ties,
): Promise<StudentRow | string> {
  const student = children.get(String(before?.student_id));
  if (!student || !before) return "";
  if (closedBy(student) === "locked") return fullName(student);
  const stayed = await undoJoined(tx, student.id, merge);
  const links = await readLinks(tx, student.id);
  const free = GUARDIAN_TYPES.filter((type) => !links.some((link) => link.type === type));
  const type = free.find((one) => one === before.type) ?? free[0];
  if (!type || links.some(({ guardianId }) => guardianId === merge.mergedId)) return fullName(student);
  await bringRow(tx, studentGuardians, { ...before, type, is_primary_contact: false });
  const isContact = before.is_primary_contact === true && stayed !== "edited";
  if (isContact || links.length === 0) await makePrimary(tx, student.id, String(before.id));
  return student;
}

/** What the tie that stayed took of the other one. "edited" where whom the school calls first was changed since. */
async function undoJoined(tx: TenantTx, studentId: string, merge: MergeRow): Promise<"edited" | "back"> {
  const links = await readLinks(tx, studentId);
  const link = links.find(({ guardianId }) => guardianId === merge.keptId);
  const note = notesOf(merge.before, studentGuardians).find(({ id }) => id === link?.id);
  if (!link || !note)
    return links.some(({ isPrimaryContact }) => isPrimaryContact) && !link ? "edited" : "back";
  const { back, edited } = judgeFields(note, link);
  const isTaken = links.some(({ id, type }) => id !== link.id && type === back.type);
  const { type: former, ...rest } = back;
  await writeRow(tx, studentGuardians, link.id, isTaken || former === undefined ? rest : back);
  return edited.includes("isPrimaryContact") ? "edited" : "back";
}

function noteOf(merge: MergeRow, id: string): MergeNote {
  return notesOf(merge.before, guardians).find((one) => one.id === id) ?? { id, before: {}, after: {} };
}
