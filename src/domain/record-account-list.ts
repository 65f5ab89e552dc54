import type { Role } from "./roles";

/** Accounts of people whom the school has records of. */

export const RECORD_KINDS = ["student", "guardian"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What the account of such a record's person is in the school. */
export const ROLE_OF_RECORD = { student: "STUDENT", guardian: "PARENT" } as const satisfies Record<
  RecordKind,
  Role
>;

/** What would become of an invitation from a record; `new` and `waiting` alone lead to one. */
export const RECORD_VERDICTS = [
  "new",
  /** The address has an invitation to the same role, of no record: it becomes this record's. */
  "waiting",
  "linked",
  "invited",
  "no_email",
  "malformed",
  /** A member of the school has the address, with the role that the record asks for or with another. */
  "member",
  "other_member",
  /** Invited from another record, or to another role. */
  "invited_elsewhere",
  /** Another record of the same sending has the address. */
  "repeated",
] as const;
export type RecordVerdict = (typeof RECORD_VERDICTS)[number];

/** Those who would not be invited though they have neither an account nor an invitation. */
export const LEFT_OUT = [
  "no_email",
  "malformed",
  "member",
  "other_member",
  "invited_elsewhere",
  "repeated",
] as const satisfies readonly RecordVerdict[];

/** Why somebody who joined by a record's invitation was not linked to it. */
export const LINK_OBSTACLES = ["gone", "closed", "linked", "account_taken", "other_role"] as const;
export type LinkObstacle = (typeof LINK_OBSTACLES)[number];
