import { z } from "zod";

/** Inputs of the first page of a school's admin. */

export const TREND_RANGES = ["30d", "12m"] as const;
export type TrendRange = (typeof TREND_RANGES)[number];
export const trendsInput = z.object({ range: z.enum(TREND_RANGES).default("30d") });

/** A school asks for attention when so much of its seats is taken. */
export const SEATS_NEARLY_TAKEN = 0.9;

/** What the checklist of a new school asks for, in order. */
export const SETUP_STEPS = ["look", "contact", "academics", "coaches", "students", "firstClass"] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
