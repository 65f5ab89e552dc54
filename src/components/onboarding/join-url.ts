import { parseAsStringLiteral } from "nuqs/server";
import { JOIN_STEPS } from "@/domain/onboarding-list";

/** The step of the wizard, as its address says it. */
export const joinStepParser = parseAsStringLiteral(JOIN_STEPS).withDefault("school");
