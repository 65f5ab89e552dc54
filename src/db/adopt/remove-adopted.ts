import type { Sql } from "postgres";
import { AdoptionError } from "./adoption-error";
import { asOperatorIn, patiently } from "./connection";
import type { Adoption } from "./state";
import type { LeftBehind, Step } from "./step";

/**
 * Removes from the new tables every row that came from the old ones, and the school where the tool made it. Refuses,
 * naming the table, where something that did not come from there hangs on one.
 */
export async function removeAdopted(
  sql: Sql,
  { places: { tenant, school }, madeOrganization }: Adoption,
  step: Step,
): Promise<LeftBehind> {
  const people = "(select user_id from adopt.people)";
  const adoptedClasses = "(select class_id from adopt.classes)";
  const adoptedInvitations = "(select invitation_id from adopt.invitations)";
  // Tables without an index on who is referred to are emptied, and that committed, before people go.
  const parts = [
    [
      `delete from core.invitations where organization_id = ${school} and id in ${adoptedInvitations}`,
      "delete from core.workspaces where id in (select workspace_id from adopt.workspaces)",
    ],
    [
      `delete from ${tenant}.enrollments where organization_id = ${school}
        and (class_id in ${adoptedClasses} or user_id in ${people})`,
      `delete from ${tenant}.class_coaches where organization_id = ${school}
        and (class_id in ${adoptedClasses} or user_id in ${people})`,
      `delete from ${tenant}.classes where organization_id = ${school} and id in ${adoptedClasses}`,
    ],
    [
      `delete from core.users where organization_id = ${school} and id in ${people}`,
      "delete from core.accounts where id in (select account_id from adopt.people)",
    ],
  ];
  for (const statements of parts) {
    await patiently(sql, async (tx) => {
      await asOperatorIn(tx);
      for (const statement of statements) await tx.unsafe(statement);
    }).catch(refuse);
    step("rows removed");
  }
  if (!madeOrganization) return {};
  const isGone = await patiently(sql, async (tx) => {
    await asOperatorIn(tx);
    await tx.unsafe(`delete from core.organization_slugs where organization_id = ${school}`);
    await tx.unsafe(`delete from core.organizations where id = ${school}`);
    return true;
  }).catch((error) => {
    if (isForeignKey(error)) return false;
    throw error;
  });
  return isGone ? {} : { schoolInUse: 1 };
}

function refuse(error: unknown): never {
  if (!isForeignKey(error)) throw error;
  throw new AdoptionError(
    `What was made in the new shape hangs on rows that came from the old one (${(error as Error).message}): remove it first.`,
  );
}

function isForeignKey(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "23503" || error.code === "23001");
}
