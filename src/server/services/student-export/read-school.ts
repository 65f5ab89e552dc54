import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { officialSchool } from "@/domain/government-forms/heading";
import { wallClock } from "@/lib/wall-clock";
import { notFound } from "@/server/errors";

/** The school's name, how the ministry knows it, and which day it is there. */
export async function readSchool(tx: TenantTx) {
  const [school] = await tx.db
    .select({ name: organizations.name, settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.id, tx.actor.organizationId));
  if (!school) throw notFound();
  const { name, settings } = school;
  const official = officialSchool(name, settings);
  return { name, official, today: wallClock(new Date(), settings["region.timeZone"]).slice(0, 10) };
}
