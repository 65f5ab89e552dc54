import type { Places } from "../places";

/** Functions that bring classes, their members and invitations to the state of their old rows, whatever it is. */
export function carryClasses({ old, tenant, school }: Places): string {
  return `
create or replace function adopt.put_class(class uuid, title text, source record) returns void language plpgsql as $$
begin
  insert into ${tenant}.classes as c (organization_id, id, name, sort_key, description, state, archived_at, created_at)
    values (${school}, class, title, adopt.sort_key(title), coalesce(source.description, ''),
      case when source.archived then 'archived' else 'active' end,
      case when source.archived then now() end, source.created_at)
    on conflict (organization_id, id) do update set
      name = excluded.name, sort_key = excluded.sort_key, description = excluded.description, state = excluded.state,
      archived_at = case when excluded.state = 'archived' then coalesce(c.archived_at, now()) end, updated_at = now()
    where (c.name, c.description, c.state) is distinct from (excluded.name, excluded.description, excluded.state);
end
$$;

create or replace function adopt.carry_class(given bigint) returns void language plpgsql as $$
declare
  source record;
  known uuid;
  coach uuid;
  title text;
begin
  select * into source from ${old}.classes where id = given for share;
  if not found then
    select class_id into known from adopt.classes where old_id = given;
    update ${tenant}.classes set state = 'archived', archived_at = coalesce(archived_at, now()), updated_at = now()
      where organization_id = ${school} and id = known;
    update ${tenant}.enrollments set state = 'withdrawn', wait_number = null, withdrawn_at = now(), withdrawn_on = current_date
      where organization_id = ${school} and class_id = known and state <> 'withdrawn';
    delete from ${tenant}.class_coaches where organization_id = ${school} and class_id = known;
    return;
  end if;
  insert into adopt.classes (old_id, class_id) values (given, adopt.new_id()) on conflict do nothing;
  select class_id into known from adopt.classes where old_id = given;
  title := adopt.name_of(source.name, 'Class ' || given);
  begin
    perform adopt.put_class(known, title, source);
  exception when unique_violation then
    -- Another active class has the name already.
    perform adopt.put_class(known, title || ' (' || given || ')', source);
  end;
  coach := adopt.person_of(source.coach_id);
  delete from ${tenant}.class_coaches
    where organization_id = ${school} and class_id = known and is_lead and user_id is distinct from coach;
  if coach is not null then
    insert into ${tenant}.class_coaches (organization_id, id, class_id, user_id, is_lead)
      values (${school}, adopt.new_id(), known, coach, true)
      on conflict (organization_id, class_id, user_id) do update set is_lead = true
      where not ${tenant}.class_coaches.is_lead;
  end if;
end
$$;

create or replace function adopt.class_of(given bigint) returns uuid language plpgsql as $$
declare
  found_id uuid;
begin
  select class_id into found_id from adopt.classes where old_id = given;
  if found_id is null and given is not null then
    perform adopt.carry_class(given);
    select class_id into found_id from adopt.classes where old_id = given;
  end if;
  return found_id;
end
$$;

-- A person's place in a class: theirs while one of their old rows is a member.
create or replace function adopt.settle_place(class uuid, person uuid) returns void language plpgsql as $$
declare
  joined timestamptz;
begin
  -- Who writes of another row of the same person waits here, and then sees what was done.
  perform from adopt.people where user_id = person for update;
  select min(m.joined_at) into joined from ${old}.class_members m
    join adopt.users u on u.old_id = m.user_id join adopt.classes c on c.old_id = m.class_id
    where u.user_id = person and c.class_id = class;
  if joined is null then
    update ${tenant}.enrollments set state = 'withdrawn', wait_number = null, withdrawn_at = now(), withdrawn_on = current_date
      where organization_id = ${school} and class_id = class and user_id = person and state <> 'withdrawn';
  else
    insert into ${tenant}.enrollments (organization_id, id, class_id, user_id, enrolled_at)
      values (${school}, adopt.new_id(), class, person, joined) on conflict do nothing;
  end if;
end
$$;

create or replace function adopt.carry_member(given_class bigint, given_user bigint) returns void language plpgsql as $$
declare
  class uuid;
  person uuid;
begin
  -- Held until the end, so that it cannot go between reading and writing.
  perform from ${old}.class_members where class_id = given_class and user_id = given_user for share;
  class := adopt.class_of(given_class);
  person := adopt.person_of(given_user);
  if class is not null and person is not null then perform adopt.settle_place(class, person); end if;
end
$$;

create or replace function adopt.carry_one_invitation(given bigint) returns void language plpgsql as $$
declare
  source record;
  known uuid;
  addressee text;
  now_is text;
begin
  select * into source from ${old}.invitations where id = given for share;
  if not found then
    update adopt.invitations set is_open = false where old_id = given returning invitation_id into known;
    update core.invitations set status = 'revoked', closed_at = now()
      where organization_id = ${school} and status = 'pending' and id = known;
    return;
  end if;
  addressee := adopt.address(source.email, -given);
  perform pg_advisory_xact_lock(hashtextextended('homeroom:adopt:' || addressee, 0));
  now_is := adopt.invitation_status_of(source.status);
  insert into adopt.invitations (old_id, invitation_id, address, is_open)
    values (given, adopt.new_id(), addressee, now_is = 'pending')
    on conflict (old_id) do update set address = excluded.address, is_open = excluded.is_open
    returning invitation_id into known;
  if now_is = 'pending' then
    -- A person has one open invitation: the newest.
    if exists (select from adopt.invitations m where m.address = addressee and m.is_open and m.old_id > given) then
      now_is := 'revoked';
    else
      update core.invitations set status = 'revoked', closed_at = now()
        where organization_id = ${school} and email = addressee and status = 'pending' and id <> known;
    end if;
  end if;
  insert into core.invitations as i (organization_id, id, email, search_key, role, class_id, status, delivery, invited_by,
      send_count, last_sent_at, expires_at, created_at, closed_at, accepted_user_id)
    values (${school}, known, addressee, adopt.search_key(' ' || addressee), adopt.role_of(source.role),
      adopt.class_of(source.class_id), now_is, 'sent', adopt.person_of(source.invited_by), 1, source.created_at,
      coalesce(source.expires_at, source.created_at + interval '30 days'), source.created_at,
      case when now_is <> 'pending' then coalesce(source.accepted_at, now()) end,
      case when now_is = 'accepted' then (select p.user_id from core.users u join adopt.people p on p.user_id = u.id
        where u.organization_id = ${school} and u.email = addressee order by u.left_at nulls first limit 1) end)
    on conflict (organization_id, id) do update set
      email = excluded.email, search_key = excluded.search_key, role = excluded.role, class_id = excluded.class_id,
      status = excluded.status, invited_by = excluded.invited_by, expires_at = excluded.expires_at,
      closed_at = case when excluded.status <> 'pending' then coalesce(i.closed_at, excluded.closed_at) end,
      accepted_user_id = excluded.accepted_user_id
    where (i.email, i.role, i.class_id, i.status, i.invited_by, i.expires_at) is distinct from
      (excluded.email, excluded.role, excluded.class_id, excluded.status, excluded.invited_by, excluded.expires_at);
  if now_is = 'pending' and source.token is not null then
    insert into core.invitation_tokens (organization_id, id, invitation_id, token_hash)
      values (${school}, adopt.new_id(), known, encode(sha256(convert_to(source.token, 'UTF8')), 'hex'))
      on conflict do nothing;
  end if;
end
$$;

create or replace function adopt.carry_invitation(given bigint) returns void language plpgsql as $$
declare
  addressees text[];
  other bigint;
begin
  addressees := array(select address from adopt.invitations where old_id = given);
  perform adopt.carry_one_invitation(given);
  addressees := addressees || array(select address from adopt.invitations where old_id = given);
  -- Whom it made way for, or who made way for it.
  for other in
    select max(m.old_id) from adopt.invitations m where m.address = any (addressees) and m.is_open group by m.address
  loop
    if other <> given then perform adopt.carry_one_invitation(other); end if;
  end loop;
end
$$;
`;
}
