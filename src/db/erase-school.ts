import { type SQL, sql } from "drizzle-orm";
import { NIL_UUID } from "@/lib/ids";
import type { Db } from "./client";
import { findAccountTables, nameOf, type SchoolTable } from "./school-tables";

/** Rows of one transaction: a second's work at most. */
const AT_ONCE = 2_000;
const ACCOUNTS_AT_ONCE = 500;

/** Rows of the school by table, those of its own accounts included. */
export type RowCounts = { table: string; rows: number }[];

const identifier = ({ schema, table }: SchoolTable): SQL =>
  sql`${sql.identifier(schema)}.${sql.identifier(table)}`;

const ofSchool = ({ column }: SchoolTable, organizationId: string): SQL =>
  sql`${sql.identifier(column)} = ${organizationId}::uuid`;

/** Accounts of nobody but this school, past or present, and of no ADMIN: they end with it. */
const ownAccounts = (organizationId: string): SQL => sql`
  select own.account_id from core.users own where own.organization_id = ${organizationId}::uuid
  except
  select other.account_id from core.users other
    where other.account_id in (select account_id from core.users where organization_id = ${organizationId}::uuid)
      and (other.organization_id <> ${organizationId}::uuid or other.role = 'ADMIN' and other.left_at is null)`;

/** Counts what is there to erase; tables without a row are left out. */
export async function countRows(
  db: Db,
  tables: readonly SchoolTable[],
  organizationId: string,
): Promise<RowCounts> {
  const accountTables = new Set(await findAccountTables(db));
  const own = ownAccounts(organizationId);
  const counts: RowCounts = [];
  const count = async (table: string, from: SQL) => {
    const [row] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${from}`);
    if (row && row.rows > 0) counts.push({ table, rows: row.rows });
  };
  for (const table of tables) {
    const ofOwn = accountTables.delete(nameOf(table)) ? sql` or account_id in (${own})` : sql``;
    await count(nameOf(table), sql`${identifier(table)} where ${ofSchool(table, organizationId)}${ofOwn}`);
  }
  await count("core.accounts", sql`(${own}) own`);
  for (const table of accountTables) await count(table, sql`${sql.raw(table)} where account_id in (${own})`);
  return counts;
}

/** Erases the school's rows of a table, some thousands at a time. */
export async function eraseRows(db: Db, table: SchoolTable, organizationId: string): Promise<void> {
  const from = identifier(table);
  for (let erased = AT_ONCE; erased === AT_ONCE; ) {
    const result = await db.execute(sql`delete from ${from} where ctid = any(array(
      select ctid from ${from} where ${ofSchool(table, organizationId)} limit ${AT_ONCE}))`);
    erased = result.count;
  }
}

/** Erases all of the school's rows of a table at once, for the few that came late. */
export async function eraseLateRows(db: Db, table: SchoolTable, organizationId: string): Promise<void> {
  await db.execute(sql`delete from ${identifier(table)} where ${ofSchool(table, organizationId)}`);
}

/** Addresses and ids of accounts that are gone, for what else speaks of them. */
export type GoneAccounts = { ids: string[]; emails: string[] };

/**
 * Erases the school's people with the accounts that are nobody else's, some hundreds in a transaction; `onGone` is
 * called inside it.
 */
export async function erasePeople(
  db: Db,
  organizationId: string,
  onGone: (gone: GoneAccounts) => Promise<void>,
): Promise<void> {
  for (let left = true; left; )
    left = await db.transaction(async (tx) => {
      const some = await tx.execute<{ id: string }>(sql`
        select distinct account_id::text as id from core.users where organization_id = ${organizationId}::uuid
        order by 1 limit ${ACCOUNTS_AT_ONCE}`);
      if (some.length === 0) return false;
      const ids = sql`${sql.param(some.map(({ id }) => id))}::uuid[]`;
      const closed = await tx.execute<{ id: string; kept: boolean }>(sql`
        delete from core.users where organization_id = ${organizationId}::uuid and account_id = any(${ids})
        returning account_id::text as id, role = 'ADMIN' and left_at is null as kept`);
      const kept = new Set(closed.filter((row) => row.kept).map(({ id }) => id));
      const candidates = sql`${sql.param(some.map(({ id }) => id).filter((id) => !kept.has(id)))}::uuid[]`;
      await tx.execute(sql`
        delete from core.idempotency_keys answer using core.sessions session
        where session.account_id = any(${candidates}) and right(answer.principal, 36) = session.id::text`);
      const gone = await tx.execute<{ id: string; email: string }>(sql`
        delete from core.accounts account where account.id = any(${candidates})
          and not exists (select from core.users other where other.account_id = account.id)
        returning account.id::text, account.email`);
      const emails = gone.map(({ email }) => email);
      await tx.execute(sql`delete from core.tokens where email = any(${sql.param(emails)}::text[])`);
      await tx.execute(
        sql`delete from core.outbox_messages where recipient = any(${sql.param(emails)}::text[])`,
      );
      await onGone({ ids: gone.map(({ id }) => id), emails });
      return true;
    });
}

/** Erases what names the school or its people without a key: answers kept for programs, mail that was not fetched. */
export async function eraseLooseEnds(db: Db, organizationId: string): Promise<void> {
  await db.execute(sql`
    delete from core.idempotency_keys answer using core.api_keys key
    where key.organization_id = ${organizationId}::uuid and right(answer.principal, 36) = key.id::text`);
  await db.execute(sql`
    delete from core.idempotency_keys answer using core.sessions session
    where session.organization_id = ${organizationId}::uuid and right(answer.principal, 36) = session.id::text`);
  // To whom this school alone has written: not a person of another, nor invited by one.
  await db.execute(sql`
    delete from core.outbox_messages message
    where message.recipient in (
        select email from core.invitations where organization_id = ${organizationId}::uuid
        union select contact_email from core.school_invitations where organization_id = ${organizationId}::uuid
        union select guardian_email from core.student_transfers where organization_id = ${organizationId}::uuid)
      and not exists (select from core.accounts account where account.email = message.recipient)
      and not exists (select from core.invitations other
        where other.email = message.recipient and other.organization_id <> ${organizationId}::uuid)
      and not exists (select from core.school_invitations other
        where other.contact_email = message.recipient and other.organization_id is distinct from ${organizationId}::uuid)
      and not exists (select from core.student_transfers other
        where other.guardian_email = message.recipient and other.organization_id <> ${organizationId}::uuid)`);
  // Its attempts are counted under the hash of its id.
  await db.execute(sql`
    delete from core.rate_limits where key like '%:' || encode(sha256(${organizationId}::text::bytea), 'hex')`);
}

/** Erases the school itself, with nothing of it left but its slugs, which are nobody's from now on. */
export async function eraseOrganization(db: Db, organizationId: string): Promise<void> {
  await db.execute(sql`
    update core.sessions set entered_organization_id = null, entered_until = null, entered_reason = ''
    where entered_organization_id = ${organizationId}::uuid`);
  await forgetAsReceiver(db, organizationId);
  await db.execute(sql`
    insert into core.organization_slugs (slug, organization_id)
    select slug, null from core.organizations where id = ${organizationId}::uuid on conflict (slug) do nothing`);
  await db.execute(sql`delete from core.organizations where id = ${organizationId}::uuid`);
}

/** Of students who were to come to the school the sending ones keep the name of it, and nothing that leads here. */
async function forgetAsReceiver(db: Db, organizationId: string): Promise<void> {
  await db.execute(sql`
    update core.student_transfers set to_organization_id = ${NIL_UUID}, received_student_id = null,
      decided_by = '', files_pending = 0, updated_at = now(),
      closed_at = case when status in ('awaiting_guardian', 'awaiting_school') then now() else closed_at end,
      status = case when status in ('awaiting_guardian', 'awaiting_school') then 'expired' else status end
    where to_organization_id = ${organizationId}::uuid`);
}
