import { eq } from "drizzle-orm";
import type { OperatorTx } from "@/db/operator";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import type { AcceptSchoolInput } from "@/domain/onboarding";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { asOperator } from "./operator";
import type { TestSchool } from "./schools";

const HOUR = 3_600_000;

export type SchoolInvitationRow = typeof schoolInvitations.$inferSelect;

/** An invitation of a school as its mail leaves it, with the token of its link. */
export async function addSchoolInvitation(
  { db }: OperatorTx,
  given: Partial<typeof schoolInvitations.$inferInsert> = {},
): Promise<{ id: string; token: string; email: string }> {
  const { token, hash } = createToken();
  const id = newId();
  const email = given.contactEmail ?? `${id}@schools.example`;
  await db.insert(schoolInvitations).values({
    id,
    name: `Colegio ${id.slice(-6)}`,
    contactEmail: email,
    searchKey: ` ${email}`,
    tokenHash: hash,
    delivery: "sent",
    expiresAt: new Date(Date.now() + HOUR),
    invitedBy: "Ada Platform",
    ...given,
  });
  return { id, token, email };
}

/** One that the school has accepted. */
export function addJoinedInvitation(tx: OperatorTx, { id }: Pick<TestSchool, "id">) {
  return addSchoolInvitation(tx, { status: "accepted", closedAt: new Date(), organizationId: id });
}

/** The invitation as it is stored. */
export async function schoolInvitationRow(operatorUrl: string, id: string): Promise<SchoolInvitationRow> {
  const [row] = await asOperator(operatorUrl, ({ db }) =>
    db.select().from(schoolInvitations).where(eq(schoolInvitations.id, id)),
  );
  if (!row) throw new Error("no such invitation");
  return row;
}

/** What the wizard sends, with an address that no other school has. */
export function joinInput(token: string, more: Partial<AcceptSchoolInput> = {}): AcceptSchoolInput {
  return {
    token,
    schoolName: "Colegio Simón Rodríguez",
    slug: `colegio-${newId().slice(-12)}`,
    name: "Íngrid Sáez",
    password: "Colibri verde 7",
    primaryColor: "#8c2f39",
    motto: "Inventamos o erramos",
    year: "2026-2027",
    locale: "es",
    ...more,
  };
}
