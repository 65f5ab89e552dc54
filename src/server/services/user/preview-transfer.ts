import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { invitations } from "@/db/schema/core/invitations";
import { apiKeys } from "@/db/schema/core/programs";
import { workspaces } from "@/db/schema/core/workspaces";
import { enrollments } from "@/db/schema/tenant/classes";
import { type Actor, atGate, onPlatform, type PlatformTx, type TenantTx } from "@/db/scope";
import type { MemberInput, TransferPreview, TransferUserInput } from "@/domain/platform";
import { enrolledClasses, foretellCoaching } from "../class";
import { sessionsAt } from "./close-membership";
import { judgeTransfer } from "./judge-transfer";

/** What a transfer would move, leave and close, before it is done. Throws NOT_FOUND where it could not be spoken of. */
export async function previewTransfer(actor: Actor, input: TransferUserInput): Promise<TransferPreview> {
  const { accountId, ...preview } = await onPlatform({ ...actor, userId: null }, async (tx) => {
    const { member, from, to, role, refusal } = await judgeTransfer(tx, input);
    const { id, name, email } = member;
    const [keys, pendingFrom, pendingTo] = await Promise.all([
      keysOf(tx, input),
      pendingAt(tx, from.id, email),
      pendingAt(tx, to.id, email),
    ]);
    const inSchool = await tx.enter(from.id, (inside) => classesOf(inside, id));
    return {
      accountId: member.accountId,
      person: { id, name, email, role: member.role },
      from: { id: from.id, name: from.name },
      to: { id: to.id, name: to.name },
      role,
      refusal: refusal ? { key: refusal.key, values: refusal.values } : null,
      stays: inSchool.stays,
      closes: { ...inSchool.closes, invitations: { from: pendingFrom, to: pendingTo }, apiKeys: keys },
    };
  });
  const [open, own] = await atGate({ accountId }, ({ db }) =>
    Promise.all([
      db.$count(
        sessions,
        and(sessionsAt(accountId, input.organizationId), gt(sessions.expiresAt, sql`now()`)),
      ),
      db.$count(workspaces, eq(workspaces.accountId, accountId)),
    ]),
  );
  return { ...preview, moves: { workspaces: own }, closes: { ...preview.closes, sessions: open } };
}

function keysOf(tx: PlatformTx, { organizationId, userId }: MemberInput) {
  return tx.db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organizationId, organizationId),
        eq(apiKeys.createdBy, userId),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, sql`now()`),
      ),
    )
    .orderBy(apiKeys.name, apiKeys.id);
}

function pendingAt(tx: PlatformTx, organizationId: string, email: string): Promise<number> {
  return tx.db.$count(
    invitations,
    and(
      eq(invitations.organizationId, organizationId),
      eq(invitations.email, email),
      eq(invitations.status, "pending"),
    ),
  );
}

async function classesOf(tx: TenantTx, userId: string) {
  const { organizationId } = tx.actor;
  const [active, waiting, coached, history, events] = await Promise.all([
    enrolledClasses(tx, [userId]),
    enrolledClasses(tx, [userId], "waiting"),
    foretellCoaching(tx, userId),
    tx.db.$count(
      enrollments,
      and(eq(enrollments.organizationId, organizationId), eq(enrollments.userId, userId)),
    ),
    tx.db.$count(
      auditEvents,
      and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.subjectId, userId)),
    ),
  ]);
  const places = [
    ...active.map(({ id, name }) => ({ id, name, isWaiting: false })),
    ...waiting.map(({ id, name }) => ({ id, name, isWaiting: true })),
  ];
  return { stays: { enrollments: history, events }, closes: { enrollments: places, coached } };
}
