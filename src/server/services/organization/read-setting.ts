import { and, eq } from "drizzle-orm";
import { organizationSettings } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import type { SettingKey, Settings } from "@/domain/setting-list";
import { readSettings } from "@/domain/settings";

/** One setting of the actor's school. */
export async function readSetting<Key extends SettingKey>(tx: TenantTx, key: Key): Promise<Settings[Key]> {
  const [row] = await tx.db
    .select({ value: organizationSettings.value })
    .from(organizationSettings)
    .where(
      and(
        eq(organizationSettings.organizationId, tx.actor.organizationId),
        eq(organizationSettings.key, key),
      ),
    );
  return readSettings({ [key]: row?.value })[key];
}
