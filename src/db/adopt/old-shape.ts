import type { Sql } from "postgres";
import { AdoptionError } from "./adoption-error";

/** The tables of a database that is adopted, and the columns that are read: `docs/adopting.md` says what they mean. */
export const OLD_TABLES = {
  users: ["id", "email", "name", "password_hash", "role", "active", "created_at"],
  classes: ["id", "name", "description", "coach_id", "archived", "created_at"],
  class_members: ["class_id", "user_id", "joined_at"],
  workspaces: ["id", "user_id", "name", "data", "created_at"],
  invitations: [
    "id",
    "email",
    "role",
    "class_id",
    "token",
    "status",
    "invited_by",
    "created_at",
    "expires_at",
    "accepted_at",
  ],
} as const satisfies Record<string, readonly string[]>;

export type OldTable = keyof typeof OLD_TABLES;
export const OLD_TABLE_NAMES = Object.keys(OLD_TABLES) as OldTable[];

/** What a table of theirs is called once it has been replaced. */
export function retiredName(table: OldTable): string {
  return `${table}_before_homeroom`;
}

/** The schema's name, fit to be written into SQL; throws on one that would need quoting, and on one of ours. */
export function oldSchemaName(schema: string): string {
  if (
    !/^[a-z_][a-z0-9_]{0,62}$/.test(schema) ||
    /^(core|app|ext|adopt|graphile_worker|school_.*)$/.test(schema)
  )
    throw new AdoptionError(`${schema} cannot be the schema of the old tables.`);
  return schema;
}

/** Throws where a table or a column of the old shape is missing, naming all of them. */
export async function requireOldShape(sql: Sql, schema: string): Promise<void> {
  const found = await sql`select table_name as table, column_name as column from information_schema.columns
    where table_schema = ${schema}`;
  const known = new Set(found.map(({ table, column }) => `${table}.${column}`));
  const missing = OLD_TABLE_NAMES.flatMap((table) =>
    OLD_TABLES[table].map((column) => `${table}.${column}`).filter((name) => !known.has(name)),
  );
  if (missing.length > 0)
    throw new AdoptionError(`Schema ${schema} has not the old shape: ${missing.join(", ")} missing.`);
}
