import { type SQL, sql } from "drizzle-orm";
import type { Settings } from "../domain/setting-list";
import { readSettings } from "../domain/settings";
import { organizationSettings, organizations } from "./schema/core/organizations";

/**
 * The settings of the school that the query has in `organizations`, whole. At the gate the public ones alone: the
 * rest show their defaults there.
 */
// Nested: the fields of a query of one table lose its name, and the subquery's own columns would answer.
export const settingsColumn: SQL.Aliased<Settings> = sql`(
  select coalesce(json_object_agg(setting.key, setting.value), '{}') from ${organizationSettings} setting
  where setting.organization_id = ${sql`${organizations.id}`})`
  .mapWith(readSettings)
  .as("settings");
