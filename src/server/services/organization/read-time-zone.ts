import type { TenantTx } from "@/db/scope";
import { wallClock } from "@/lib/wall-clock";
import { readSetting } from "./read-setting";

/** The time zone of the actor's school, in which its days begin and end. */
export function readTimeZone(tx: TenantTx): Promise<string> {
  return readSetting(tx, "region.timeZone");
}

/** The day that it is at the actor's school, such as 2026-11-28. */
export async function schoolDay(tx: TenantTx): Promise<string> {
  return wallClock(new Date(), await readTimeZone(tx)).slice(0, 10);
}
