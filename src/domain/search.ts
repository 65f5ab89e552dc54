import { z } from "zod";

/** The input of the search over a whole school. */

export const MAX_FOUND = 8;

export const findInput = z.object({ query: z.string().trim().max(100) });
export type FindInput = z.output<typeof findInput>;
