import { and, eq, sql } from "drizzle-orm";
import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { SetIncomeInput, UpdateGuardianInput } from "@/domain/guardian";
import { personKeys } from "@/domain/identity/keys";
import { isSameValue } from "@/domain/stale";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { findStaleFields, recordEvents } from "../audit";
import { GUARDIAN_FIELDS, type GuardianValues, givenFields, namingPerson } from "./person-values";
import { lockGuardian } from "./policies";

/**
 * Changes what is given about a person, and ends what the children's forms declared of these fields: it is the person's
 * own word. With `base`, what was left as the form had it stays, and CONFLICT `guardian.stale`, with both versions, says
 * that somebody else has changed one of those given. Throws CONFLICT at the cédula of another person, naming them.
 */
export async function updateGuardian(
  actor: OrganizationActor,
  { id, base = {}, ...given }: UpdateGuardianInput,
): Promise<void> {
  const update = () =>
    inOrganization(actor, async (tx) => {
      const found = await lockGuardian(tx, id);
      const wanted = givenFields(given);
      const changed = GUARDIAN_FIELDS.filter(
        (field) =>
          wanted[field] !== undefined &&
          !isSameValue(wanted[field], base[field]) &&
          !isSameValue(wanted[field], found[field]),
      );
      const stale = await findStaleFields(tx, changed, { subjectId: id, current: found, base });
      if (stale.length > 0) throw new DomainError("conflict", "guardian.stale", { stale });
      if (changed.length === 0) return;
      const only = (values: Partial<GuardianValues>) =>
        Object.fromEntries(changed.map((field) => [field, values[field]]));
      const next = { ...found, ...only(wanted) };
      await tx.db
        .update(guardians)
        .set({ ...only(wanted), ...personKeys(next), updatedAt: new Date() })
        .where(and(eq(guardians.organizationId, actor.organizationId), eq(guardians.id, id)));
      await forgetDeclared(tx, id, changed);
      await recordEvents(tx, [
        {
          action: "guardian.updated",
          subject: { type: "guardian", id, name: fullName(next) },
          before: only(found),
          after: only(next),
        },
      ]);
    });
  return namingPerson(actor, given, update);
}

/**
 * Writes what a person earns in a month, null for unknown; the log tells that, and not how much. With `base`, CONFLICT
 * says that somebody else has written another sum since, and not which: who wants to know looks, and that is recorded.
 */
export async function setIncome(
  actor: OrganizationActor,
  { id, monthlyIncome, base }: SetIncomeInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockGuardian(tx, id);
    if (base !== undefined && found.monthlyIncome !== base && found.monthlyIncome !== monthlyIncome)
      throw new DomainError("conflict", "guardian.incomeStale");
    const ended = await forgetDeclared(tx, id, ["monthlyIncome"]);
    if (found.monthlyIncome === monthlyIncome && ended === 0) return;
    await tx.db
      .update(guardians)
      .set({ monthlyIncome, updatedAt: new Date() })
      .where(and(eq(guardians.organizationId, actor.organizationId), eq(guardians.id, id)));
    await recordEvents(tx, [
      {
        action: "guardian.income_changed",
        subject: { type: "guardian", id, name: fullName(found) },
        before: { monthlyIncome: found.monthlyIncome },
        after: { monthlyIncome },
      },
    ]);
  });
}

/** Ends what the forms of the person's children say of these fields; answers of how many children. */
async function forgetDeclared(tx: TenantTx, guardianId: string, fields: readonly string[]): Promise<number> {
  const names = sql`array[${sql.join(
    fields.map((field) => sql`${field}`),
    sql`, `,
  )}]::text[]`;
  const rows = await tx.db
    .update(studentGuardians)
    .set({ declared: sql`${studentGuardians.declared} - ${names}`, updatedAt: new Date() })
    .where(
      and(
        eq(studentGuardians.organizationId, tx.actor.organizationId),
        eq(studentGuardians.guardianId, guardianId),
        sql`${studentGuardians.declared} ?| ${names}`,
      ),
    )
    .returning({ id: studentGuardians.id });
  return rows.length;
}
