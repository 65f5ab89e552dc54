import { setTimeout } from "node:timers/promises";
import type { Sql } from "postgres";
import type { CoreLink } from "./core-links";
import { schemaName } from "./settings-sql";

// A lock on `core.users` that does not come at once makes every school wait behind it: better to ask again.
const PATIENCE = "300ms";
const TRIES = 40;
const LOCK_NOT_AVAILABLE = "55P03";

/** Makes the foreign keys that the placement has not yet, each in a transaction of its own. */
export async function makeCoreLinks(
  sql: Sql,
  placement: string,
  links: readonly CoreLink[],
  onStep: (done: number) => Promise<void>,
): Promise<void> {
  const made = new Set((await findCoreLinks(sql, placement)).map(({ name }) => name));
  for (const [index, { name, statement }] of links.entries()) {
    if (!made.has(name)) await briefly(sql, placement, statement);
    await onStep(index + 1);
  }
}

/** Takes away the placement's foreign keys to the control plane, each in a transaction of its own. */
export async function dropCoreLinks(sql: Sql, placement: string): Promise<void> {
  for (const { table, name } of await findCoreLinks(sql, placement))
    await briefly(sql, placement, `alter table "${table}" drop constraint "${name}"`);
}

async function findCoreLinks(sql: Sql, placement: string): Promise<{ table: string; name: string }[]> {
  return sql<{ table: string; name: string }[]>`
    select c.relname as table, k.conname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
    where k.contype = 'f' and n.nspname = ${placement} and rn.nspname = 'core' order by 1, 2`;
}

async function briefly(sql: Sql, placement: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.begin(async (tx) => {
        await tx.unsafe(
          `set local lock_timeout = '${PATIENCE}'; set local search_path to ${schemaName(placement)}`,
        );
        await tx.unsafe(statement);
      });
      return;
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE;
      if (!busy || attempt === TRIES) throw error;
      await setTimeout(50 + Math.random() * 200);
    }
  }
}
