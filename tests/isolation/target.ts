import { asOperator } from "@/db/operator";
import { accountPasswords, sessions, tokens } from "@/db/schema/core/accounts";
import { invitationBatches, invitations, invitationTokens } from "@/db/schema/core/invitations";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { createToken } from "@/lib/tokens";
import type { ProbeTarget } from "@/server/isolation/probes";
import { removeUsers } from "@/server/services/user";
import { addPerson, makeSchool, type TestPerson, type TestSchool } from "../support/schools";

export type Target = ProbeTarget & {
  school: TestSchool;
  /** Words of this school that must show nowhere else. */
  canaries: string[];
  sessions: Record<"ORG_ADMIN" | "ADMIN", { sessionId: string; accountId: string }>;
};

const PASSWORD = "Colibri verde 7";
const passwordHash = hashPassword(PASSWORD);
const HOUR = 3_600_000;

/** A school with something of every kind that a procedure can name. */
export async function makeTarget(operatorUrl: string, placement: string): Promise<Target> {
  const school = await makeSchool(operatorUrl, placement);
  const { id: organizationId, people, classes } = school;
  const soon = new Date(Date.now() + HOUR);
  const invitation = createToken();
  const account = createToken();
  const reset = createToken();
  const hash = await passwordHash;
  const ids = { pendingInvitationId: newId(), batchId: newId() };
  const emails = { invited: `${newId()}@canary.example`, registered: `${newId()}@canary.example` };
  const made = await asOperator(operatorUrl, async (tx) => {
    const gone = await addPerson(tx, organizationId, { role: "PARENT" });
    await tx.db
      .insert(accountPasswords)
      .values({ accountId: people.ORG_ADMIN.accountId, passwordHash: hash });
    const open = async ({ accountId }: TestPerson) => {
      const sessionId = newId();
      await tx.db.insert(sessions).values({ id: sessionId, accountId, expiresAt: soon });
      return { sessionId, accountId };
    };
    const opened = { ORG_ADMIN: await open(people.ORG_ADMIN), ADMIN: await open(people.ADMIN) };
    await tx.db.insert(invitationBatches).values({
      organizationId,
      id: ids.batchId,
      createdBy: people.ORG_ADMIN.id,
      lineCount: 1,
      invitedCount: 1,
      refused: [],
    });
    await tx.db.insert(invitations).values({
      organizationId,
      id: ids.pendingInvitationId,
      batchId: ids.batchId,
      email: emails.invited,
      searchKey: ` ${emails.invited}`,
      role: "STUDENT",
      classId: classes.led,
      expiresAt: soon,
    });
    await tx.db.insert(invitationTokens).values({
      organizationId,
      id: newId(),
      invitationId: ids.pendingInvitationId,
      tokenHash: invitation.hash,
    });
    await tx.db.insert(tokens).values({
      id: newId(),
      purpose: "verify_email",
      email: emails.registered,
      tokenHash: account.hash,
      payload: { name: "Canary", passwordHash: hash, locale: "en" },
      expiresAt: soon,
    });
    await tx.db.insert(tokens).values({
      id: newId(),
      purpose: "reset_password",
      email: people.ORG_ADMIN.email,
      accountId: people.ORG_ADMIN.accountId,
      tokenHash: reset.hash,
      expiresAt: soon,
    });
    return { gone, opened };
  });
  await removeUsers(school.actor(people.ORG_ADMIN), { ids: [made.gone.id] });
  return {
    ...ids,
    organizationId,
    userId: people.STUDENT.id,
    goneUserId: made.gone.id,
    classId: classes.led,
    sessionId: made.opened.ORG_ADMIN.sessionId,
    email: people.COACH.email,
    password: PASSWORD,
    invitationToken: invitation.token,
    accountToken: account.token,
    resetToken: reset.token,
    school,
    canaries: [
      organizationId,
      school.slug,
      classes.led,
      ids.pendingInvitationId,
      ids.batchId,
      emails.invited,
      made.gone.email,
      ...Object.values(people).flatMap(({ id, accountId, email }) => [id, accountId, email]),
    ],
    sessions: made.opened,
  };
}
