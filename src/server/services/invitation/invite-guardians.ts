import { and, asc, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { LEFT_OUT, RECORD_VERDICTS, type RecordVerdict } from "@/domain/record-account-list";
import { fullName, type GuardianType } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { notFound } from "@/server/errors";
import { sendToRecords } from "./invite-records";
import { type JudgedRecord, judgeRecords } from "./judge-records";
import { lockSending } from "./seats";

/** An emergency contact is no representative: inviting one is a decision of its own, on their page. */
const INVITED: readonly GuardianType[] = ["primary", "secondary"];
const MAX_SHOWN = 100;

/**
 * What would become of inviting the representatives of these students who have no account: how many of each verdict, and
 * the first of those who would be left out. Throws NOT_FOUND where none of the students is the school's.
 */
export async function previewGuardians(actor: OrganizationActor, { studentIds }: { studentIds: string[] }) {
  return readInOrganization(actor, async (tx) => {
    const judged = await judgeRecords(tx, await readGuardians(tx, studentIds));
    const counts = countByVerdict(judged);
    const leftOut = judged.flatMap(({ ref: { id }, name, email, about, ...one }) => {
      const verdict = oneOf(LEFT_OUT, one.verdict);
      return verdict ? [{ id, name, email, verdict, about }] : [];
    });
    return { counts, leftOut: leftOut.slice(0, MAX_SHOWN) };
  });
}

/** Invites them; judged anew, since what was previewed may have changed. Throws CONFLICT where seats do not suffice. */
export async function inviteGuardians(
  actor: OrganizationActor,
  { studentIds }: { studentIds: string[] },
): Promise<{ batchId: string | null; invited: number; tied: number }> {
  return inOrganization(actor, async (tx) => {
    const school = await lockSending(tx);
    return sendToRecords(tx, await judgeRecords(tx, await readGuardians(tx, studentIds)), school);
  });
}

function countByVerdict(judged: readonly JudgedRecord[]): Record<RecordVerdict, number> {
  const count = (verdict: RecordVerdict) => judged.filter((one) => one.verdict === verdict).length;
  return Object.fromEntries(RECORD_VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<
    RecordVerdict,
    number
  >;
}

/** The representatives of the students whose records are open, each once. */
async function readGuardians(tx: TenantTx, studentIds: string[]) {
  const { organizationId } = tx.actor;
  const asked = and(eq(students.organizationId, organizationId), inArray(students.id, studentIds));
  const cares = tx.db
    .select({ one: sql`1` })
    .from(studentGuardians)
    .innerJoin(
      students,
      and(eq(students.organizationId, organizationId), eq(students.id, studentGuardians.studentId)),
    )
    .where(
      and(
        eq(studentGuardians.organizationId, organizationId),
        eq(studentGuardians.guardianId, guardians.id),
        inArray(studentGuardians.type, [...INVITED]),
        inArray(students.id, studentIds),
        isNull(students.mergedIntoId),
        isNull(students.lockedAt),
      ),
    );
  const [known, rows] = await Promise.all([
    tx.db.select({ id: students.id }).from(students).where(asked).limit(1),
    tx.db
      .select({
        id: guardians.id,
        firstNames: guardians.firstNames,
        lastNames: guardians.lastNames,
        email: guardians.email,
        isLinked: sql<boolean>`${users.id} is not null`,
      })
      .from(guardians)
      .leftJoin(
        users,
        and(eq(users.organizationId, organizationId), eq(users.id, guardians.userId), isNull(users.leftAt)),
      )
      .where(and(eq(guardians.organizationId, organizationId), isNull(guardians.mergedIntoId), exists(cares)))
      .orderBy(asc(guardians.sortKey), asc(guardians.id)),
  ]);
  if (known.length === 0) throw notFound();
  return rows.map(({ id, email, isLinked, ...names }) => ({
    ref: { kind: "guardian" as const, id },
    name: fullName(names),
    email,
    isLinked,
  }));
}
