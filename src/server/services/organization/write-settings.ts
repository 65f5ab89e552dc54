import { and, eq, inArray, sql } from "drizzle-orm";
import { organizationSettings } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import { SETTINGS, type SettingKey, type Settings } from "@/domain/setting-list";

/** Writes these settings of the actor's school as rows; what is not given stays. */
export async function writeSettings(tx: TenantTx, changes: Partial<Settings>): Promise<void> {
  const { organizationId, name } = tx.actor;
  const rows = Object.entries(changes).map(([key, value]) => ({
    organizationId,
    key,
    value,
    isPublic: SETTINGS[key as SettingKey].isPublic,
    updatedBy: name,
  }));
  if (rows.length === 0) return;
  await tx.db
    .insert(organizationSettings)
    .values(rows)
    .onConflictDoUpdate({
      target: [organizationSettings.organizationId, organizationSettings.key],
      set: {
        value: sql`excluded.value`,
        isPublic: sql`excluded.is_public`,
        updatedBy: sql`excluded.updated_by`,
        updatedAt: sql`now()`,
      },
    });
}

/** Forgets these settings of the actor's school: their defaults hold, also where these change one day. */
export async function resetSettings(tx: TenantTx, keys: readonly SettingKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.db
    .delete(organizationSettings)
    .where(
      and(
        eq(organizationSettings.organizationId, tx.actor.organizationId),
        inArray(organizationSettings.key, [...keys]),
      ),
    );
}
