import { eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { organizations } from "@/db/schema/core/organizations";
import { atGate } from "@/db/scope";
import { platformUrl, slugUrl } from "@/server/tenancy/school-url";

/** A page of the master's own address under the platform's domain; the platform's where there is no master. */
export async function masterUrl(path: string): Promise<string> {
  const [master] = await atGate({}, ({ db }) =>
    db.select({ address: addressColumn }).from(organizations).where(eq(organizations.kind, "master")),
  );
  return master ? slugUrl(master.address, path) : platformUrl(path);
}
