import { createSerializer, parseAsStringLiteral } from "nuqs/server";

/** The parts of a student's page as a coach sees it. */
export const COACH_TABS = ["overview", "attendance", "discipline"] as const;
export type CoachTab = (typeof COACH_TABS)[number];

export const coachStudentParsers = { tab: parseAsStringLiteral(COACH_TABS).withDefault("overview") };
const serialize = createSerializer(coachStudentParsers);

export function coachStudentHref(id: string, tab: CoachTab): string {
  return serialize(`/coach/students/${id}`, { tab });
}
