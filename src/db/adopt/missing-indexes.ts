import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import type { Adoption } from "./state";

type Index = { schema: string; name: string; create: string };

/** Makes those of our indexes that are missing or were left invalid, CONCURRENTLY. Returns their names. */
export async function makeMissingIndexes(sql: Sql, adoption: Adoption, root: string): Promise<string[]> {
  const expected = [
    ...(await indexesOf(root, "core", "core")),
    ...(await indexesOf(root, "tenant", adoption.placement)),
  ];
  const found = await sql`select n.nspname as schema, c.relname as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where i.indisvalid and n.nspname in ('core', ${adoption.placement})`;
  const valid = new Set(found.map(({ schema, name }) => `${schema}.${name}`));
  const missing = expected.filter(({ schema, name }) => !valid.has(`${schema}.${name}`));
  if (missing.length === 0) return [];
  await sql`set role homeroom_owner`;
  try {
    for (const { schema, name, create } of missing) {
      await sql.unsafe(`set search_path to "${schema}"`);
      await sql.unsafe(`drop index concurrently if exists "${schema}"."${name}"`);
      await sql.unsafe(create);
    }
  } finally {
    await sql`reset search_path`;
    await sql`reset role`;
  }
  return missing.map(({ schema, name }) => `${schema}.${name}`);
}

// What the migrations have made and not dropped again.
async function indexesOf(root: string, plane: "core" | "tenant", schema: string): Promise<Index[]> {
  const folder = join(root, "drizzle", plane);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const found = new Map<string, Index>();
  for (const file of files) {
    for (const statement of (await readFile(join(folder, file), "utf8")).split("--> statement-breakpoint")) {
      const [, name] = /^\s*create (?:unique )?index (?:concurrently )?"([^"]+)"/im.exec(statement) ?? [];
      const create = statement.replace(/^\s*(create (?:unique )?index)( concurrently)?/i, "$1 concurrently");
      if (name) found.set(name, { schema, name, create });
      for (const [, dropped] of statement.matchAll(/drop index (?:if exists )?(?:"[^"]+"\.)?"([^"]+)"/gi))
        if (dropped) found.delete(dropped);
    }
  }
  return [...found.values()];
}
