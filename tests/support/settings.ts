import { eq } from "drizzle-orm";
import { organizationSettings } from "@/db/schema/core/organizations";
import { SETTINGS, type SettingKey, type Settings } from "@/domain/setting-list";
import { asOperator } from "./operator";
import type { TestSchool } from "./schools";

/** Sets these for a school as its admin would, past everything that asks who does it. */
export async function setSettings(
  operatorUrl: string,
  { id: organizationId }: Pick<TestSchool, "id">,
  settings: Partial<Settings>,
): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({
    organizationId,
    key,
    value,
    isPublic: SETTINGS[key as SettingKey].isPublic,
  }));
  const keys = organizationSettings;
  await asOperator(operatorUrl, async ({ db }) => {
    for (const row of rows)
      await db
        .insert(keys)
        .values(row)
        .onConflictDoUpdate({ target: [keys.organizationId, keys.key], set: { value: row.value } });
  });
}

/** The school's settings as they are stored, by key. */
export async function settingRows(operatorUrl: string, { id }: Pick<TestSchool, "id">) {
  const rows = await asOperator(operatorUrl, ({ db }) =>
    db.select().from(organizationSettings).where(eq(organizationSettings.organizationId, id)),
  );
  return new Map(rows.map((row) => [row.key, row]));
}
