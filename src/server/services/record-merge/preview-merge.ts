import { and, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { MergePairInput } from "@/domain/record-merge";
import { isEmptyValue, type MergeField, type MergePreview, sensitivityOf } from "@/domain/record-merge-list";
import { isSameValue } from "@/domain/stale";
import { fullName } from "@/domain/student-list";
import { enrolledClasses } from "../class";
import { describePlaces, type StudentRow, studentPhotoUrl } from "../student";
import { countsOf } from "./apply-students";
import { type FieldPair, guardianPairs, healthPairs, studentPairs, suggestedChoice } from "./fields";
import { planGuardians } from "./plan-guardians";
import { healthOf, isAuthorizedBy, isGuardianOf, planStudents } from "./plan-students";
import { readGuardianPair } from "./read-guardians";
import { readStudentPair, type StudentPair } from "./read-students";
import { findRefusals } from "./refusals";
import { guardianVersion, studentVersion } from "./version";

const NOTHING_CHOSEN = { choices: {}, leave: [] };

/**
 * What making the two one would do: field by field what both say and what is suggested, who and what comes along, and
 * why it cannot be done. Of health and income it tells only which of the two have something. Throws NOT_FOUND.
 */
export async function previewMerge(
  actor: OrganizationActor,
  { kind, ...ids }: MergePairInput,
): Promise<MergePreview> {
  return readInOrganization(actor, (tx) =>
    kind === "student" ? previewStudents(tx, ids) : previewGuardians(tx, ids),
  );
}

type Ids = { keptId: string; mergedId: string };

async function previewStudents(tx: TenantTx, ids: Ids): Promise<MergePreview> {
  const pair = await readStudentPair(tx, ids);
  const { kept, merged } = pair;
  const [refusals, placeOf, accounts, classes] = await Promise.all([
    findRefusals(tx, "student", { kept: kept.row, merged: merged.row }),
    describePlaces(tx, [kept.row, merged.row]),
    readAccounts(tx, [kept.row.userId, merged.row.userId]),
    enrolledClasses(
      tx,
      [merged.row.userId].flatMap((id) => id ?? []),
    ),
  ]);
  const plan = planStudents(pair, NOTHING_CHOSEN);
  const pairs = [...studentPairs(kept.row, merged.row), ...healthPairs(healthOf(kept), healthOf(merged))];
  const person = (row: StudentRow) => ({
    ...{
      id: row.id,
      firstNames: row.firstNames,
      lastNames: row.lastNames,
      gender: row.gender,
      code: row.code,
    },
    ...{ cedula: row.cedula, birthDate: row.birthDate, place: placeOf(row) },
    ...{ photoUrl: studentPhotoUrl(row.id, row.photoKey), account: accounts.get(row.userId ?? "") ?? null },
  });
  return {
    kind: "student",
    ...{ kept: person(kept.row), merged: person(merged.row), refusals },
    fields: pairs.flatMap((one) =>
      shown(one, (side, value) => shownStudentValue(pair[side].row, placeOf, { field: one.field, value })),
    ),
    guardians: [
      ...kept.links.map((link) => ({ ...tieOf(link), of: "kept" as const, isTwin: false })),
      ...merged.links.map((link) => ({
        ...{ ...tieOf(link), of: "merged" as const },
        isTwin: isGuardianOf(kept.links, link.guardianId),
      })),
    ],
    authorized: [
      ...kept.authorized.map((one) => ({ ...helperOf(one), of: "kept" as const, isTwin: false })),
      ...merged.authorized.map((one) => ({
        ...{ ...helperOf(one), of: "merged" as const },
        isTwin: isAuthorizedBy(kept.authorized, one),
      })),
    ],
    children: [],
    counts: { ...countsOf(plan), classes: plan.account ? classes.length : 0 },
    movesAccount: plan.account,
    version: studentVersion(pair),
  };
}

async function previewGuardians(tx: TenantTx, ids: Ids): Promise<MergePreview> {
  const pair = await readGuardianPair(tx, ids);
  const { kept, merged } = pair;
  const [refusals, accounts] = await Promise.all([
    findRefusals(tx, "guardian", { kept: kept.row, merged: merged.row }),
    readAccounts(tx, [kept.row.userId, merged.row.userId]),
  ]);
  const plan = planGuardians(pair, {});
  const person = (row: typeof kept.row) => ({
    ...{ id: row.id, firstNames: row.firstNames, lastNames: row.lastNames, gender: row.gender, code: null },
    ...{ cedula: row.cedula, birthDate: row.birthDate, place: "" },
    ...{ photoUrl: null, account: accounts.get(row.userId ?? "") ?? null },
  });
  return {
    kind: "guardian",
    ...{ kept: person(kept.row), merged: person(merged.row), refusals },
    fields: guardianPairs(kept.row, merged.row).flatMap((one) => shown(one, (_side, value) => value)),
    ...{ guardians: [], authorized: [] },
    children: merged.links.map(({ studentId, name, isLocked }) => ({
      ...{ id: studentId, name, isLocked },
      isTwin: plan.joined.some(({ gone }) => gone.studentId === studentId),
    })),
    counts: { children: plan.moves.length + plan.joined.length },
    movesAccount: plan.account,
    version: guardianVersion(pair),
  };
}

type Side = "kept" | "merged";

/** A field that one of the two has, as people may see it. */
function shown(pair: FieldPair, shownValue: (side: Side, value: unknown) => unknown): MergeField[] {
  const { field, kept, merged } = pair;
  const given = { kept: !isEmptyValue(kept), merged: !isEmptyValue(merged) };
  if (!given.kept && !given.merged) return [];
  const isHidden = sensitivityOf(field) !== null;
  const value = (side: Side) => (isHidden ? null : shownValue(side, pair[side]));
  return [
    {
      ...{ field, given, isSame: isSameValue(kept, merged), choice: suggestedChoice(pair) },
      ...{ kept: value("kept"), merged: value("merged") },
    },
  ];
}

type PlaceOf = Awaited<ReturnType<typeof describePlaces>>;
type Told = { field: string; value: unknown };

function shownStudentValue(row: StudentRow, placeOf: PlaceOf, { field, value }: Told): unknown {
  if (value === null) return null;
  if (field === "photoKey") return studentPhotoUrl(row.id, row.photoKey);
  return field === "place" ? { words: placeOf(row), listNumber: row.listNumber } : value;
}

type Tie = StudentPair["kept"]["links"][number];

function tieOf({ id, name, relationship, type, isPrimaryContact }: Tie) {
  return { id, name, relationship, type, isPrimaryContact };
}

function helperOf({ id, relationship, ...person }: StudentPair["kept"]["authorized"][number]) {
  return { id, name: fullName(person), relationship };
}

async function readAccounts(tx: TenantTx, ids: readonly (string | null)[]) {
  const wanted = ids.flatMap((id) => id ?? []);
  if (wanted.length === 0) return new Map<string, { name: string; email: string | null }>();
  const rows = await tx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.organizationId, tx.actor.organizationId), inArray(users.id, wanted)));
  return new Map(rows.map(({ id, ...account }) => [id, account]));
}
