import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { classes } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { parseEmail } from "@/domain/email";
import type { InvitationListInput } from "@/domain/invitation";
import { parseInvitationList } from "@/domain/invitation-list";
import { type InvitationVerdict, judgeInvitations, type KnownClass } from "@/domain/invitation-verdict";
import { invitationReach } from "@/domain/permissions";
import { foldText } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { ownClassIds } from "../class";
import { readSetting } from "../organization";
import { readMembers } from "./read-members";

/** A verdict for each line of the list, in a fixed number of queries whatever its length. */
export async function judgeList(tx: TenantTx, input: InvitationListInput): Promise<InvitationVerdict[]> {
  const classesByKey = await readClasses(tx);
  const parsed = parseInvitationList(input.text, { classNames: classesByKey });
  if (!parsed.ok) throw new DomainError("invalid", `invitation.${parsed.reason}`, { field: "text" });
  const emails = [
    ...new Set(
      parsed.entries.flatMap(({ email }) => {
        const address = parseEmail(email);
        return address.ok ? [address.email] : [];
      }),
    ),
  ];
  const isCoach = invitationReach(tx.actor.role) === "own-classes";
  const [members, pendingEmails, allowedClassIds, allowedRoles] = await Promise.all([
    readMembers(tx, emails),
    readPending(tx, emails),
    isCoach ? ownClassIds(tx) : undefined,
    isCoach ? readSetting(tx, "invitations.coachRoles") : undefined,
  ]);
  return judgeInvitations(parsed.entries, {
    inviterRole: tx.actor.role,
    memberEmails: new Set(members.map(({ email }) => email)),
    pendingEmails,
    classesByKey,
    ...(allowedClassIds && { allowedClassIds }),
    ...(allowedRoles && { allowedRoles }),
    defaults: { role: input.role, classId: input.classId },
  });
}

async function readClasses(tx: TenantTx): Promise<Map<string, KnownClass>> {
  const rows = await tx.db
    .select({ id: classes.id, name: classes.name, state: classes.state })
    .from(classes)
    .where(eq(classes.organizationId, tx.actor.organizationId))
    .orderBy(sql`${classes.state} desc`);
  // Archived ones first: an active class of the same name takes their place.
  return new Map(
    rows.map(({ id, name, state }) => [foldText(name), { id, name, archived: state === "archived" }]),
  );
}

async function readPending(tx: TenantTx, emails: string[]): Promise<Set<string>> {
  const rows = await tx.db
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, sql`now()`),
        inArray(invitations.email, emails),
      ),
    );
  return new Set(rows.map(({ email }) => email));
}
