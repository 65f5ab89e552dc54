import type { Places } from "../places";

/** Functions that bring people and their workspaces to the state of their old rows, whatever it is. */
export function carryPeople({ old, tenant, school }: Places): string {
  return `
-- Brings a person to the state of their oldest row, or closes them where no row is left.
create or replace function adopt.settle_person(person uuid) returns void language plpgsql as $$
declare
  source record;
  account uuid;
  address text;
  title text;
begin
  -- Two writers of one person wait for each other here, and the second sees what the first did.
  select account_id into account from adopt.people where user_id = person for update;
  select o.* into source from adopt.users m join ${old}.users o on o.id = m.old_id
    where m.user_id = person order by o.id limit 1;
  if not found then
    update ${tenant}.enrollments set state = 'withdrawn', wait_number = null, withdrawn_at = now(), withdrawn_on = current_date
      where organization_id = ${school} and user_id = person and state <> 'withdrawn';
    delete from ${tenant}.class_coaches where organization_id = ${school} and user_id = person;
    delete from core.account_passwords where account_id = account;
    -- The address is free for whoever comes with it next.
    update core.accounts set email = 'gone-' || account || '@adopted.invalid', updated_at = now() where id = account;
    update core.users set left_at = now(), updated_at = now()
      where organization_id = ${school} and id = person and left_at is null;
    return;
  end if;
  address := adopt.address(source.email, source.id);
  title := adopt.name_of(source.name, address);
  update core.accounts set email = address, name = title, updated_at = now()
    where id = account and (email, name) is distinct from (address, title);
  update core.users set
      email = address, name = title, sort_key = adopt.sort_key(title), search_key = adopt.search_key(title || ' ' || address),
      role = case when role = 'ADMIN' and adopt.role_of(source.role) = 'ORG_ADMIN' then role else adopt.role_of(source.role) end,
      status = case when source.active then 'active' else 'suspended' end,
      left_at = case when source.active then null else left_at end,
      updated_at = now()
    where organization_id = ${school} and id = person;
  if source.password_hash like '$argon2id$%' then
    insert into core.account_passwords (account_id, password_hash) values (account, source.password_hash)
      on conflict (account_id) do update set password_hash = excluded.password_hash, updated_at = now()
      where core.account_passwords.password_hash <> excluded.password_hash;
  else
    delete from core.account_passwords where account_id = account;
  end if;
end
$$;

create or replace function adopt.make_person(address text, joined timestamptz) returns uuid language plpgsql as $$
declare
  account uuid;
  person uuid := adopt.new_id();
begin
  insert into core.accounts (id, email, name, email_verified_at, created_at)
    values (adopt.new_id(), address, address, joined, joined)
    on conflict (email) do nothing returning id into account;
  if account is null then
    -- Made by another writer at this moment, from another row with the same address.
    select p.user_id into person from core.accounts a join adopt.people p on p.account_id = a.id where a.email = address;
    if not found then
      raise exception 'the address % belongs to an account that the old database did not bring', address;
    end if;
    return person;
  end if;
  insert into core.users (organization_id, id, account_id, name, email, sort_key, search_key, joined_at, created_at)
    values (${school}, person, account, address, address, '', '', joined, joined);
  insert into adopt.people (user_id, account_id) values (person, account);
  return person;
end
$$;

-- What hangs on an old row follows it to another person.
create or replace function adopt.move_belongings(given bigint, before uuid, after uuid) returns void language plpgsql as $$
declare
  place record;
begin
  for place in select c.class_id from ${old}.class_members m join adopt.classes c on c.old_id = m.class_id
    where m.user_id = given
  loop
    perform adopt.settle_place(place.class_id, before);
    perform adopt.settle_place(place.class_id, after);
  end loop;
  for place in select id from ${old}.classes where coach_id = given loop
    perform adopt.carry_class(place.id);
  end loop;
  for place in select id from ${old}.workspaces where user_id = given loop
    perform adopt.carry_workspace(place.id);
  end loop;
  for place in select id from ${old}.invitations where invited_by = given loop
    perform adopt.carry_invitation(place.id);
  end loop;
end
$$;

create or replace function adopt.carry_user(given bigint) returns void language plpgsql as $$
declare
  source record;
  place record;
  known uuid;
  target uuid;
  address text;
begin
  select * into source from ${old}.users where id = given for share;
  if not found then
    delete from adopt.users where old_id = given returning user_id into known;
    if known is null then return; end if;
    perform adopt.settle_person(known);
    -- A cascade is followed after this: whose the row was would not be known any more.
    for place in select class_id from ${tenant}.enrollments
      where organization_id = ${school} and user_id = known and state = 'active'
    loop
      perform adopt.settle_place(place.class_id, known);
    end loop;
    return;
  end if;
  select user_id into known from adopt.users where old_id = given;
  address := adopt.address(source.email, source.id);
  select p.user_id into target from core.users u join adopt.people p on p.user_id = u.id
    where u.organization_id = ${school} and u.email = address and (u.left_at is null or u.id = known)
    order by u.left_at nulls first limit 1;
  if target is null then
    -- A new address: the person keeps the account, unless other rows of theirs still have the former one.
    if known is not null and (select count(*) from adopt.users where user_id = known) = 1 then
      target := known;
    else
      target := adopt.make_person(address, source.created_at);
    end if;
  end if;
  insert into adopt.users (old_id, user_id) values (given, target)
    on conflict (old_id) do update set user_id = excluded.user_id where adopt.users.user_id <> excluded.user_id;
  if known <> target then
    perform adopt.settle_person(known);
    perform adopt.move_belongings(given, known, target);
  end if;
  perform adopt.settle_person(target);
end
$$;

-- The person that an old row became, carried over now where its turn has not come yet.
create or replace function adopt.person_of(given bigint) returns uuid language plpgsql as $$
declare
  person uuid;
begin
  select user_id into person from adopt.users where old_id = given;
  if person is null and given is not null then
    perform adopt.carry_user(given);
    select user_id into person from adopt.users where old_id = given;
  end if;
  return person;
end
$$;

create or replace function adopt.carry_workspace(given bigint) returns void language plpgsql as $$
declare
  source record;
  known uuid;
  owner uuid;
  account uuid;
begin
  select * into source from ${old}.workspaces where id = given for share;
  if not found then
    delete from adopt.workspaces where old_id = given returning workspace_id into known;
    delete from core.workspaces where id = known;
    return;
  end if;
  owner := adopt.person_of(source.user_id);
  select account_id into account from adopt.people where user_id = owner;
  insert into adopt.workspaces (old_id, workspace_id) values (given, adopt.new_id()) on conflict do nothing;
  select workspace_id into known from adopt.workspaces where old_id = given;
  insert into core.workspaces (id, account_id, name, data, created_at)
    values (known, account, source.name, coalesce(source.data, '{}'), source.created_at)
    on conflict (id) do update set account_id = excluded.account_id, name = excluded.name, data = excluded.data
    where (core.workspaces.account_id, core.workspaces.name, core.workspaces.data)
      is distinct from (excluded.account_id, excluded.name, excluded.data);
end
$$;
`;
}
