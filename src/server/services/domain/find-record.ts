import { Resolver } from "node:dns/promises";
import { env } from "@/lib/env";
import { recordName } from "./queries";

const TIMEOUT = 3_000;
const TRIES = 2;
/** What a name server says where there is no such record; anything else is no answer. */
const ABSENT: ReadonlySet<string> = new Set(["ENOTFOUND", "ENODATA"]);

/** The texts of a domain's record: none where it has none; undefined where no server answers. */
export async function findRecord(host: string): Promise<string[] | undefined> {
  const resolver = new Resolver({ timeout: TIMEOUT, tries: TRIES });
  const { DNS_SERVERS } = env();
  if (DNS_SERVERS.length > 0) resolver.setServers(DNS_SERVERS);
  try {
    const records = await resolver.resolveTxt(recordName(host));
    return records.map((parts) => parts.join("").trim());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return ABSENT.has(code) ? [] : undefined;
  }
}
