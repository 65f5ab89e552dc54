import type { Role } from "./roles";

/**
 * What people are told by e-mail of their own accord: the kinds of notices, whom each is for, and whether it comes
 * without being asked for. Notices about the security of an account are no choice and stand in no list.
 */

export const NOTICE_KINDS = ["classes", "coaching", "membership", "invitations", "transfers"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const NOTICES: Record<NoticeKind, { roles: readonly Role[]; isOn: boolean }> = {
  classes: { roles: ["STUDENT"], isOn: true },
  coaching: { roles: ["COACH", "ORG_ADMIN", "ADMIN"], isOn: true },
  membership: { roles: ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"], isOn: true },
  // One message for each person who accepts: much for who invites a whole school.
  invitations: { roles: ["COACH", "ORG_ADMIN", "ADMIN"], isOn: false },
  transfers: { roles: ["ORG_ADMIN", "ADMIN"], isOn: true },
};

/** What an account has chosen, by kind; a kind that is not there has its default. */
export type NoticeChoices = Readonly<Record<string, boolean>>;

/** The kinds that somebody with this role can choose from. */
export function noticeKindsOf(role: Role): readonly NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => NOTICES[kind].roles.includes(role));
}

/** Whether somebody who has chosen so gets notices of the kind. */
export function wantsNotice(choices: NoticeChoices, kind: NoticeKind): boolean {
  return choices[kind] ?? NOTICES[kind].isOn;
}

export const CLASS_CHANGES = ["enrolled", "waiting", "moved", "promoted", "withdrawn"] as const;
export const COACH_PARTS = ["lead", "coach"] as const;
