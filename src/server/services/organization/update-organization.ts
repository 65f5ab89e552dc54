import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { SchoolField, SchoolFields, UpdateOrganizationInput } from "@/domain/organization";
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from "@/domain/setting-list";
import { isSameValue } from "@/domain/stale";
import { DomainError } from "@/server/errors";
import { findStaleFields, recordEvents } from "../audit";
import { lockSchoolFields } from "./lock-school";
import { resetSettings, writeSettings } from "./write-settings";

/**
 * Changes what is given of the actor's own school; plan, status, limits and features are not the school's. All of it
 * or, where somebody else has changed one of the fields since the form was loaded, nothing: throws CONFLICT with both
 * versions.
 */
export async function updateOrganization(
  actor: OrganizationActor,
  input: UpdateOrganizationInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const current = await lockSchoolFields(tx);
    const wanted = { ...flat(input), ...defaultsOf(input.reset) };
    const changed = fieldsOf(wanted).filter((field) => !isSameValue(wanted[field], current[field]));
    const stale = await findStaleFields(tx, changed, {
      subjectId: actor.organizationId,
      current,
      base: flat(input.base ?? {}),
    });
    if (stale.length > 0) throw new DomainError("conflict", "organization.stale", { stale });
    if (changed.length === 0) return;
    await write(tx, pick({ ...current, ...wanted }, changed), input.reset ?? []);
    const subject = { type: "organization", id: actor.organizationId, name: wanted.name ?? current.name };
    await recordEvents(tx, [
      {
        action: "organization.updated",
        subject,
        before: pick(current, changed),
        after: pick({ ...current, ...wanted }, changed),
      },
    ]);
  });
}

async function write(
  tx: TenantTx,
  { name, description, ...settings }: Partial<SchoolFields>,
  reset: readonly SettingKey[],
): Promise<void> {
  const kept = Object.fromEntries(
    Object.entries(settings).filter(([key]) => !reset.includes(key as SettingKey)),
  );
  await Promise.all([
    tx.db
      .update(organizations)
      .set({
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        updatedAt: new Date(),
      })
      .where(eq(organizations.id, tx.actor.organizationId)),
    writeSettings(tx, kept as Partial<Settings>),
    resetSettings(tx, reset),
  ]);
}

/** The given fields by their names, those without a value left out. */
function flat({
  name,
  description,
  settings,
}: Pick<UpdateOrganizationInput, "name" | "description" | "settings">) {
  const given = Object.entries({ name, description, ...settings }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<SchoolFields>;
}

function defaultsOf(keys: readonly SettingKey[] = []): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, DEFAULT_SETTINGS[key]]));
}

function fieldsOf(values: Partial<SchoolFields>): SchoolField[] {
  return Object.keys(values) as SchoolField[];
}

function pick(values: SchoolFields, fields: readonly SchoolField[]): Partial<SchoolFields> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
