import "server-only";

import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { requestContext } from "@/trpc/server";

/** The time zone of the school whose pages are shown. */
export async function schoolZone(): Promise<string> {
  const { school } = await requestContext();
  return school?.settings["region.timeZone"] ?? DEFAULT_TIME_ZONE;
}
