import { ORGANIZATION_PLANS, type OrganizationPlan } from "./roles";

/** Values about schools that join, for server and browser; `onboarding.ts` has the schemas. */

/** How long the link of an invitation works. */
export const SCHOOL_INVITATION_DAYS = 30;
export const MAX_SCHOOL_LINES = 500;
/** Bytes of UTF-8. */
export const MAX_SCHOOL_LIST_BYTES = 200_000;

/** The steps of the wizard, in order. */
export const JOIN_STEPS = ["school", "address", "account", "look", "year", "summary"] as const;
export type JoinStep = (typeof JOIN_STEPS)[number];

/** What becomes of a line of a list of schools; all but `ok` stay out. */
export const SCHOOL_VERDICT_CODES = [
  "ok",
  "already_invited",
  "repeated",
  "name_missing",
  "name_too_long",
  "malformed_email",
  "slug_malformed",
  "slug_reserved",
  "slug_taken",
  "unknown_plan",
] as const;
export type SchoolVerdictCode = (typeof SCHOOL_VERDICT_CODES)[number];
export type SchoolField = "name" | "email" | "slug" | "plan";

export type SchoolVerdict = {
  line: number;
  name: string;
  /** Normalised when it is an address, else as written. */
  email: string;
  /** Empty where the school shall choose. */
  slug: string;
  plan: OrganizationPlan | null;
  /** As written, where it names no plan. */
  planText: string;
  code: SchoolVerdictCode;
  /** The column that a refusal is about. */
  field: SchoolField | null;
  /** What stands there. */
  value: string;
  /** A key of the `errors` messages that says more. */
  problem: string | null;
  /** The line that a repeated value was first seen on. */
  firstLine: number | null;
};

/** How many lines got each verdict, codes without a line left out. */
export function countSchoolVerdicts(verdicts: readonly SchoolVerdict[]) {
  return SCHOOL_VERDICT_CODES.flatMap((code) => {
    const count = verdicts.filter((verdict) => verdict.code === code).length;
    return count === 0 ? [] : [{ code, count }];
  });
}

/** How plans are written in lists, folded: their own names, and what people call them. */
export const PLAN_WORDS: Record<OrganizationPlan, readonly string[]> = {
  COMMUNITY: ["community", "comunidad", "comunitario"],
  PRO: ["pro", "profesional", "professional"],
  ENTERPRISE: ["enterprise", "empresa", "empresarial", "institucional"],
};

/** The plan that a folded word names. */
export function planOf(folded: string): OrganizationPlan | undefined {
  return ORGANIZATION_PLANS.find((plan) => PLAN_WORDS[plan].includes(folded));
}
