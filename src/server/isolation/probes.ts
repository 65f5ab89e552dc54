import type { appRouter } from "../root";

/** What one school has that another might try to reach: ids, a link, and words that occur nowhere else. */
export type ProbeTarget = {
  organizationId: string;
  userId: string;
  goneUserId: string;
  classId: string;
  pendingInvitationId: string;
  batchId: string;
  sessionId: string;
  email: string;
  password: string;
  invitationToken: string;
  /** Confirms an address that registered. */
  accountToken: string;
  /** Lets the school's admin choose a new password. */
  resetToken: string;
};

/**
 * How a procedure is tried: `input` names things of the target.
 *
 * - `missing`: their own admin succeeds with it; ours gets NOT_FOUND, word for word as for things that do not exist.
 * - `unseen`: ours may succeed, but nothing of theirs is in the answer. `shown` says that their own admin does see it.
 * - `platform`: an ORG_ADMIN is refused, ADMIN succeeds.
 * - `capability`: whoever holds the token may; without it there is nothing.
 *
 * In each case not one row of theirs changes when ours tries.
 */
export type Probe = {
  expect: "missing" | "unseen" | "platform" | "capability";
  input?: (target: ProbeTarget) => unknown;
  shown?: true;
};

type Paths<Procedures> = {
  [Key in keyof Procedures & string]: Procedures[Key] extends { _def: { $types: unknown } }
    ? Key
    : `${Key}.${Paths<Procedures[Key]>}`;
}[keyof Procedures & string];

/** `user.list`, `class.get`, …: a procedure without a probe does not compile. */
export type ProcedurePath = Paths<(typeof appRouter)["_def"]["record"]>;

const user = ({ userId }: ProbeTarget) => ({ ids: [userId] });
const invitation = ({ pendingInvitationId }: ProbeTarget) => ({ id: pendingInvitationId });
const batch = ({ batchId }: ProbeTarget) => ({ id: batchId });
const list = ({ email, classId }: ProbeTarget) => ({ text: `probe-${email}`, role: "STUDENT", classId });

export const PROBES: Record<ProcedurePath, Probe> = {
  "account.preferences": { expect: "unseen" },
  "account.signedOutSchool": { expect: "unseen" },
  "account.register": {
    expect: "unseen",
    input: ({ email, password }) => ({ name: "Probe", email, password, locale: "en" }),
  },
  "account.verifyEmail": {
    expect: "capability",
    input: ({ accountToken, password }) => ({ token: accountToken, password }),
  },
  "account.requestPasswordReset": { expect: "unseen", input: ({ email }) => ({ email }) },
  "account.resetPassword": {
    expect: "capability",
    input: ({ resetToken }) => ({ token: resetToken, password: "Otra clave segura 9" }),
  },
  "account.changePassword": {
    expect: "unseen",
    input: ({ password }) => ({ currentPassword: password, newPassword: "Otra clave segura 9" }),
  },
  "account.updatePreferences": { expect: "unseen", input: () => ({ theme: "dark" }) },
  "session.list": { expect: "unseen" },
  "session.revoke": { expect: "missing", input: ({ sessionId }) => ({ id: sessionId }) },
  "session.revokeOthers": { expect: "unseen" },
  "session.revokeAll": { expect: "unseen" },
  "user.list": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "user.counts": { expect: "unseen", input: ({ classId }) => ({ classId }) },
  "user.get": { expect: "missing", input: ({ userId }) => ({ id: userId }) },
  "user.export": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "user.setRole": { expect: "missing", input: (target) => ({ ...user(target), role: "PARENT" }) },
  "user.suspend": { expect: "missing", input: user },
  "user.reactivate": { expect: "missing", input: user },
  "user.previewRemoval": { expect: "missing", input: user },
  "user.remove": { expect: "missing", input: user },
  "user.restore": { expect: "missing", input: ({ goneUserId }) => ({ ids: [goneUserId] }) },
  "class.mine": { expect: "unseen" },
  "class.list": { expect: "unseen", shown: true },
  "class.get": { expect: "missing", input: ({ classId }) => ({ id: classId }) },
  "class.create": { expect: "unseen", input: () => ({ name: "Probe" }) },
  "class.update": { expect: "missing", input: ({ classId }) => ({ id: classId, name: "Probe" }) },
  "organization.get": { expect: "unseen", shown: true },
  "organization.update": { expect: "unseen", input: () => ({ description: "Probe" }) },
  "organization.statistics": { expect: "unseen" },
  "platform.listOrganizations": { expect: "platform", input: () => ({}) },
  "platform.getOrganization": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "platform.createOrganization": {
    expect: "platform",
    input: ({ organizationId }) => ({ name: "Probe", slug: `probe-${organizationId.slice(-12)}` }),
  },
  "platform.updateOrganization": {
    expect: "platform",
    input: ({ organizationId }) => ({ organizationId, description: "Probe" }),
  },
  "platform.closeOrganization": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "invitation.list": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "invitation.counts": { expect: "unseen" },
  "invitation.readFile": {
    expect: "unseen",
    input: () => ({ content: Buffer.from("email\nprobe@example.com").toString("base64") }),
  },
  "invitation.preview": { expect: "unseen", shown: true, input: list },
  "invitation.send": { expect: "unseen", input: list },
  "invitation.listBatches": { expect: "unseen", shown: true },
  "invitation.getBatch": { expect: "missing", input: batch },
  "invitation.getBatchResult": { expect: "missing", input: batch },
  "invitation.cancelBatch": { expect: "missing", input: batch },
  "invitation.resend": { expect: "missing", input: (target) => ({ ids: [target.pendingInvitationId] }) },
  "invitation.revoke": { expect: "missing", input: (target) => ({ ids: [target.pendingInvitationId] }) },
  "invitation.copyLink": { expect: "missing", input: invitation },
  "invitation.open": { expect: "capability", input: ({ invitationToken }) => ({ token: invitationToken }) },
  "invitation.accept": {
    expect: "capability",
    input: ({ invitationToken }) => ({
      token: invitationToken,
      name: "Probe",
      password: "Otra clave segura 9",
    }),
  },
};
