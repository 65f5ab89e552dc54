/** The words of a change from one school year to the next, for server and browser; `rollover.ts` has the schemas. */

export const MAX_ROLLED_SECTIONS = 2_000;
export const MAX_HELD_BACK = 5_000;
/** Students of a year that one act moves. */
export const MAX_ROLLED_STUDENTS = 20_000;

/** Where a section goes as a rule or by choice. */
export type RolloverTarget = { kind: "section"; gradeId: string; name: string } | { kind: "graduates" };

/** Why a rollover cannot be taken back. */
export type UndoRefusal = "undone" | "followed" | "year_closed";

/** What of a student was edited since the rollover, and is kept. */
export type KeptPart = "place" | "status" | "history";
