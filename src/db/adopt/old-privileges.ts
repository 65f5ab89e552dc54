import type { Sql, TransactionSql } from "postgres";
import { AdoptionError } from "./adoption-error";
import { OLD_TABLE_NAMES, retiredName } from "./old-shape";
import type { Places } from "./places";

const LOCKED_COLUMN = { class_members: "class_id" } as const;

/**
 * Whoever may use the old tables keeps the way to them: our own set-up takes from PUBLIC what it has on the database
 * and on schema `public`.
 */
export async function keepOldCodeIn(sql: Sql, old: string): Promise<void> {
  const roles = await sql`
    select distinct coalesce(r.rolname, '') as name, quote_ident(r.rolname) as quoted,
      quote_ident(current_database()) as database
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      lateral (select c.relowner as role union select (aclexplode(c.relacl)).grantee) as holders
      left join pg_roles r on r.oid = holders.role
    where n.nspname = ${old} and c.relname = any(${[...OLD_TABLE_NAMES]})
      and (r.rolname is null or r.rolname not like 'homeroom\\_%')`;
  if (roles.some(({ name }) => name === ""))
    throw new AdoptionError(
      `PUBLIC has privileges on tables of schema ${old}: grant them to the old code's own login instead.`,
    );
  for (const { quoted, database } of roles) {
    await sql.unsafe(`grant connect, temporary on database ${database} to ${quoted}`);
    await sql.unsafe(`grant usage on schema ${old} to ${quoted}`);
  }
}

/** The operator's role reads the old tables, and may lock their rows, which PostgreSQL takes for a change of a column. */
export async function letOperatorRead(tx: TransactionSql, old: string): Promise<void> {
  await tx.unsafe(`grant usage on schema ${old} to homeroom_operator`);
  for (const table of OLD_TABLE_NAMES) {
    const column = table in LOCKED_COLUMN ? LOCKED_COLUMN.class_members : "id";
    await tx.unsafe(`grant select, update (${column}) on ${old}.${table} to homeroom_operator`);
  }
}

/** Runs `fn` while the operator's role may write the retired tables and use their sequences. */
export async function whileOperatorWrites(
  tx: TransactionSql,
  { old }: Places,
  fn: () => Promise<void>,
): Promise<void> {
  const tables = OLD_TABLE_NAMES.map((table) => `${old}.${retiredName(table)}`);
  const sequences = await tx`
    select format('%I.%I', n.nspname, s.relname) as name from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_namespace n on n.oid = s.relnamespace
    where d.refclassid = 'pg_class'::regclass and d.refobjid = any(${tables}::regclass[]::oid[])`;
  const names = sequences.map(({ name }) => String(name)).join(", ");
  await tx.unsafe(`grant insert, update, delete on ${tables.join(", ")} to homeroom_operator`);
  if (names) await tx.unsafe(`grant usage on sequence ${names} to homeroom_operator`);
  await tx.unsafe("set local role homeroom_operator");
  await fn();
  await tx.unsafe("reset role");
  if (names) await tx.unsafe(`revoke usage on sequence ${names} from homeroom_operator`);
  await tx.unsafe(`revoke insert, update, delete on ${tables.join(", ")} from homeroom_operator`);
  // Revoking all of UPDATE took the column's with it.
  for (const table of OLD_TABLE_NAMES) {
    const column = table in LOCKED_COLUMN ? LOCKED_COLUMN.class_members : "id";
    await tx.unsafe(`grant update (${column}) on ${old}.${retiredName(table)} to homeroom_operator`);
  }
}

/** Takes back what the operator's role was given. */
export async function forgetOperator(tx: TransactionSql, { old }: Places): Promise<void> {
  const tables = OLD_TABLE_NAMES.map((table) => `${old}.${table}`);
  await tx.unsafe(`revoke all on ${tables.join(", ")} from homeroom_operator`);
  await tx.unsafe(`revoke usage on schema ${old} from homeroom_operator`);
}
