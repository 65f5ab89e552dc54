import type { TenantTx } from "@/db/scope";
import { readSetting } from "./read-setting";

/** The time zone of the actor's school, in which its days begin and end. */
export function readTimeZone(tx: TenantTx): Promise<string> {
  return readSetting(tx, "region.timeZone");
}
