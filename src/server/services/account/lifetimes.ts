import { sql } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";

const HOUR = 60 * 60 * 1_000;
const LONG = 30 * 24 * HOUR;
const SHORT = 12 * HOUR;

/** How long a session lives, in milliseconds: 30 days when it shall be kept on the device, else 12 hours. */
export function lifetimeOf(keepSignedIn: boolean): number {
  return keepSignedIn ? LONG : SHORT;
}

/** Whether a session is one that is kept. */
export const isKept = sql<boolean>`${sessions.expiresAt} - ${sessions.createdAt} > interval '1 day'`;
