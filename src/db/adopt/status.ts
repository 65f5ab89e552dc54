import type { Sql } from "postgres";
import { connect } from "../client";
import { asOperatorIn, patiently } from "./connection";
import { OLD_TABLE_NAMES, type OldTable, retiredName } from "./old-shape";
import { type Adoption, findAdoption, type Phase } from "./state";

export type AdoptionStatus = {
  phase: Phase | "none";
  oldSchema?: string;
  tables: { table: OldTable; name: string; rows: number; carried: number }[];
  problems: { table: string; key: string; reason: string }[];
  /** Rows beyond the first of an address: one person now. */
  mergedRows: number;
  /** Addresses that no mail reaches; an admin gives them another. */
  unusableAddresses: number;
  /** People whose hash this application cannot check: they choose a password by mail. */
  passwordsToChoose: number;
};

const NOTHING: AdoptionStatus = {
  phase: "none",
  tables: [],
  problems: [],
  mergedRows: 0,
  unusableAddresses: 0,
  passwordsToChoose: 0,
};

const MAX_PROBLEMS = 100;

/** How far adopting is, and what asks for attention; reads only. */
export async function adoptionStatus(ownerUrl: string): Promise<AdoptionStatus> {
  const sql = connect(ownerUrl);
  try {
    const adoption = await findAdoption(sql);
    return adoption ? await read(sql, adoption) : NOTHING;
  } finally {
    await sql.end();
  }
}

function read(
  sql: Sql,
  { phase, oldSchema, places: { old, tenant, school } }: Adoption,
): Promise<AdoptionStatus> {
  return patiently(sql, async (tx) => {
    await asOperatorIn(tx);
    const nameOf = (table: OldTable) => (phase === "contracted" ? retiredName(table) : table);
    const carried: Record<OldTable, string> = {
      users: "adopt.users",
      classes: "adopt.classes",
      class_members: `${tenant}.enrollments where organization_id = ${school} and state = 'active'`,
      workspaces: "adopt.workspaces",
      invitations: "adopt.invitations",
    };
    const tables: AdoptionStatus["tables"] = [];
    for (const table of OLD_TABLE_NAMES) {
      const [row] = await tx.unsafe(`select (select count(*)::int from ${old}.${nameOf(table)}) as rows,
        (select count(*)::int from ${carried[table]}) as carried`);
      tables.push({ table, name: nameOf(table), rows: Number(row?.rows), carried: Number(row?.carried) });
    }
    const problems =
      await tx`select source, old_key, reason from adopt.problems order by seen_at limit ${MAX_PROBLEMS}`;
    const [counts] = await tx.unsafe(`select
      (select count(*) - count(distinct user_id) from adopt.users)::int as merged,
      (select count(*)::int from core.accounts a where a.email like 'user-%@adopted.invalid') as unusable,
      (select count(*)::int from core.users u join adopt.people p on p.user_id = u.id
        where u.organization_id = ${school} and u.left_at is null
          and not exists (select from core.account_passwords w where w.account_id = u.account_id)) as to_choose`);
    return {
      phase,
      oldSchema,
      tables,
      problems: problems.map(({ source, old_key: key, reason }) => ({
        table: source,
        key: key.join("/"),
        reason,
      })),
      mergedRows: Number(counts?.merged),
      unusableAddresses: Number(counts?.unusable),
      passwordsToChoose: Number(counts?.to_choose),
    };
  });
}
