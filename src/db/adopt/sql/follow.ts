import { OLD_TABLE_NAMES, type OldTable } from "../old-shape";
import type { Places } from "../places";

/** The name of the tool's trigger on each old table. */
export const TRIGGER = "adopt_follow";

/** What each trigger calls, as the operator's role, whoever writes. */
export const FOLLOWER = `
-- Carries one row. What goes wrong is noted: the old code's write never fails for it. The backfill would rather try
-- again where it only had to wait.
create or replace function adopt.carry(old_table text, given bigint[], again boolean default false) returns void
language plpgsql as $$
begin
  case old_table
    when 'users' then perform adopt.carry_user(given[1]);
    when 'classes' then perform adopt.carry_class(given[1]);
    when 'class_members' then perform adopt.carry_member(given[1], given[2]);
    when 'workspaces' then perform adopt.carry_workspace(given[1]);
    when 'invitations' then perform adopt.carry_invitation(given[1]);
  end case;
  delete from adopt.problems where source = old_table and old_key = given;
exception when others then
  if again and sqlstate in ('55P03', '40P01') then raise; end if;
  insert into adopt.problems (source, old_key, reason) values (old_table, given, sqlerrm)
    on conflict (source, old_key) do update set reason = excluded.reason, seen_at = now();
end
$$;

-- Plans made while the new tables are empty are kept: let them be those of full ones.
create or replace function adopt.follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  before bigint[];
  after bigint[];
begin
  if tg_argv[0] = 'class_members' then
    if tg_op <> 'INSERT' then before := array[old.class_id, old.user_id]; end if;
    if tg_op <> 'DELETE' then after := array[new.class_id, new.user_id]; end if;
  else
    if tg_op <> 'INSERT' then before := array[old.id]; end if;
    if tg_op <> 'DELETE' then after := array[new.id]; end if;
  end if;
  if before is not null then perform adopt.carry(tg_argv[0], before); end if;
  if after is not null and after is distinct from before then perform adopt.carry(tg_argv[0], after); end if;
  return null;
end
$$;

revoke all on all functions in schema adopt from public;
grant execute on all functions in schema adopt to homeroom_operator;
`;

/** The statement that makes the old code's writes to a table be followed. */
export function followTable({ old }: Places, table: OldTable): string {
  return `create or replace trigger ${TRIGGER} after insert or update or delete on ${old}.${table}
    for each row execute function adopt.follow('${table}')`;
}

/** Statements after which no old table is followed. */
export function unfollow({ old }: Places): string {
  return OLD_TABLE_NAMES.map((table) => `drop trigger if exists ${TRIGGER} on ${old}.${table};`).join("\n");
}
