/** What can be asked about classes and what acts on them answer, for server and browser; `class.ts` has the schemas. */

export const CLASS_SORTS = ["name", "year", "students", "created"] as const;
export type ClassSort = (typeof CLASS_SORTS)[number];

/** How a class stands to its capacity; `waiting` is one with a waiting list. */
export const SEAT_FILTERS = ["free", "full", "over", "waiting", "unlimited"] as const;
export type SeatFilter = (typeof SEAT_FILTERS)[number];

export const MAX_CAPACITY = 1_000;
export const MAX_COACHES = 20;
export const MAX_DESCRIPTION = 2_000;
export const MAX_WAITING_SHOWN = 200;
export const MAX_ROSTER_EXPORT = 5_000;
/** People whom a search for a student or a coach offers. */
export const MAX_FOUND_PEOPLE = 10;

/** What a roster is taken out as; paper is no file, but is recorded like one. */
export const ROSTER_FORMATS = ["csv", "xlsx", "print"] as const;

/** What would become of a line of a list of students; all but the first two are refusals. */
export const ENROLLMENT_VERDICTS = [
  "enroll",
  "wait",
  "already_enrolled",
  "already_waiting",
  "repeated",
  "malformed",
  "ambiguous",
  "not_found",
  "not_student",
  "suspended",
] as const;
export type EnrollmentVerdict = (typeof ENROLLMENT_VERDICTS)[number];
export type EnrollmentRefusal = Exclude<EnrollmentVerdict, "enroll" | "wait">;

/** A line of the list with what would become of it; people who were picked are lines too, from 1. */
export type EnrollmentLine = {
  line: number;
  raw: string;
  name: string;
  email: string;
  userId: string | null;
  verdict: EnrollmentVerdict;
  /** Where the verdict is `repeated`: the line that names the person first. */
  firstLine: number | null;
};
export type EnrollmentResult = Omit<EnrollmentLine, "verdict"> & {
  outcome: "enrolled" | "waiting" | EnrollmentRefusal;
};

/** Why a class of a bulk action was left as it was. */
export type ClassRefusal = "not_found" | "unchanged" | "name_taken" | "without_lead";
export type ClassResult = { id: string; name: string } & ({ ok: true } | { ok: false; code: ClassRefusal });

type Named = { id: string; name: string };
/** What became of one person of a bulk action; `was` is what undoing brings back. */
export type WithdrawResult = Named &
  ({ ok: true; was: "active" | "waiting" } | { ok: false; code: "not_enrolled" });
export type ReinstateResult = Named & {
  outcome:
    | "enrolled"
    | "waiting"
    | "already_enrolled"
    | "already_waiting"
    | "not_found"
    | "not_student"
    | "suspended";
};
export type MoveResult = Named & {
  outcome:
    | "moved"
    | "waiting"
    | "already_enrolled"
    | "already_waiting"
    | "not_enrolled"
    | "not_student"
    | "suspended";
};
export type CoachResult = Named &
  ({ ok: true } | { ok: false; code: "not_found" | "already_coach" | "not_coach" | "suspended" });

/** What the viewer may do with one class. */
export type ClassRights = { edit: boolean; roster: boolean; coaches: boolean; archive: boolean };

/** Why somebody is no longer on the roster. */
export type FormerCause = "withdrawn" | "moved" | "left_school";
