import { TRANSFER_SECTIONS, type TransferSection } from "./student-list";

/** Values about transfers of students, for server and browser; `student-transfer.ts` has the schemas. */

/** How long the guardian's link decides. */
export const TRANSFER_GUARDIAN_DAYS = 14;
/** How long the receiving school has for its answer, once the guardian has agreed. */
export const TRANSFER_SCHOOL_DAYS = 30;
export const MAX_TRANSFER_REASON = 500;

/** A record never goes without it. */
export const ALWAYS_SENT = "profile" satisfies TransferSection;
/** What the sending school chooses among. */
export const CHOSEN_SECTIONS = TRANSFER_SECTIONS.filter((section) => section !== ALWAYS_SENT);

export const TRANSFER_DIRECTIONS = ["incoming", "outgoing"] as const;
export type TransferDirection = (typeof TRANSFER_DIRECTIONS)[number];

export const GUARDIAN_ANSWERS = ["agree", "refuse"] as const;
export type GuardianAnswer = (typeof GUARDIAN_ANSWERS)[number];

/** What a member of either school is told of a transfer by e-mail. */
export const TRANSFER_NEWS = ["incoming", "completed", "refused", "declined"] as const;

/** In one order, with what is always sent, each once. */
export function sectionsSent(chosen: readonly TransferSection[]): TransferSection[] {
  return TRANSFER_SECTIONS.filter((section) => section === ALWAYS_SENT || chosen.includes(section));
}
