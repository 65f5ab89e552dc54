import type { Sql } from "postgres";
import { searchKey, sortKey } from "@/lib/text-keys";
import { asOperatorIn, patiently } from "./connection";
import type { Places } from "./places";

const BATCH = 2_000;

/**
 * Puts right the sort and search keys that SQL folded otherwise than the application does, as of scripts that the
 * server's locale does not know. Returns how many.
 */
export async function mendKeys(sql: Sql, { tenant, school }: Places): Promise<number> {
  const people = await mend(sql, {
    table: "core.users",
    where: `organization_id = ${school}`,
    read: "name, email, sort_key, search_key",
    keysOf: ({ name, email }) => ({ sort_key: sortKey(name), search_key: searchKey(`${name} ${email}`) }),
  });
  const classes = await mend(sql, {
    table: `${tenant}.classes`,
    where: `organization_id = ${school}`,
    read: "name, sort_key",
    keysOf: ({ name }) => ({ sort_key: sortKey(name) }),
  });
  const invitations = await mend(sql, {
    table: "core.invitations",
    where: `organization_id = ${school}`,
    read: "name, email, search_key",
    keysOf: ({ name, email }) => ({ search_key: searchKey(`${name} ${email}`) }),
  });
  return people + classes + invitations;
}

type Row = { id: string; name: string; email: string } & Record<string, string>;
type Keyed = {
  table: string;
  where: string;
  read: string;
  keysOf: (row: Row) => Record<string, string>;
};

async function mend(sql: Sql, { table, where, read, keysOf }: Keyed): Promise<number> {
  let mended = 0;
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await patiently(sql, async (tx) => {
      await asOperatorIn(tx);
      const found = (await tx.unsafe(
        `select id, ${read} from ${table} where ${where} and id > $1 order by id limit ${BATCH}`,
        [last],
      )) as unknown as Row[];
      const wrong = found
        .map((row) => ({ row, keys: keysOf(row) }))
        .filter(({ row, keys }) => Object.entries(keys).some(([name, key]) => row[name] !== key));
      for (const { row, keys } of wrong) {
        const names = Object.keys(keys);
        // Only while the name is the one that was folded: a writer may have been quicker.
        await tx.unsafe(
          `update ${table} set ${names.map((name, index) => `${name} = $${index + 3}`).join(", ")}
           where ${where} and id = $1 and name = $2`,
          [row.id, row.name, ...names.map((name) => keys[name] ?? "")],
        );
      }
      mended += wrong.length;
      return found;
    });
    const end = rows.at(-1);
    if (!end) return mended;
    last = end.id;
  }
}
