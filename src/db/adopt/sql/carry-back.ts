import { retiredName } from "../old-shape";
import type { Places } from "../places";

/**
 * A function that writes to the retired tables what became of their rows in the new shape, and what was added there,
 * as far as the old shape has a column for it. What the new shape reads as the row already says is left letter by
 * letter as it was.
 */
export function carryBack({ old, tenant, school }: Places): string {
  const users = `${old}.${retiredName("users")}`;
  const classes = `${old}.${retiredName("classes")}`;
  const members = `${old}.${retiredName("class_members")}`;
  const workspaces = `${old}.${retiredName("workspaces")}`;
  const invitations = `${old}.${retiredName("invitations")}`;
  return `
-- The old row that stands for a person.
create or replace function adopt.old_user_of(person uuid) returns bigint language sql stable as $$
  select min(old_id) from adopt.users where user_id = person
$$;

create or replace function adopt.carry_back() returns void language plpgsql as $$
declare
  each record;
  made bigint;
begin
  insert into adopt.people (user_id, account_id)
    select id, account_id from core.users u where organization_id = ${school} and left_at is null
      and not exists (select from adopt.people p where p.user_id = u.id);
  -- Who left and came back is the same person to the old code.
  update adopt.users m set user_id = again.user_id
    from adopt.people former join adopt.people again on again.account_id = former.account_id
    join core.users u on u.organization_id = ${school} and u.id = again.user_id and u.left_at is null
    where m.user_id = former.user_id and again.user_id <> former.user_id;
  for each in
    select u.id, u.email, u.name, u.role, u.status, u.joined_at, w.password_hash
      from core.users u join adopt.people p on p.user_id = u.id
      left join core.account_passwords w on w.account_id = u.account_id
      where u.organization_id = ${school} and u.left_at is null and adopt.old_user_of(u.id) is null
  loop
    insert into ${users} (email, name, password_hash, role, active, created_at)
      values (each.email, each.name, coalesce(each.password_hash, ''), adopt.old_role_of(each.role),
        each.status = 'active', each.joined_at)
      returning id into made;
    insert into adopt.users (old_id, user_id) values (made, each.id);
  end loop;
  update ${users} o set
      email = case when o.id <> p.oldest or adopt.address(o.email, o.id) = u.email then o.email else u.email end,
      name = case when o.id <> p.oldest or adopt.name_of(o.name, u.email) = u.name then o.name else u.name end,
      role = case when o.id <> p.oldest or adopt.role_of(o.role) = case u.role when 'ADMIN' then 'ORG_ADMIN' else u.role end
        then o.role else adopt.old_role_of(u.role) end,
      active = case when u.status <> 'active' or u.left_at is not null then false when o.id = p.oldest then true
        -- A further row of a person whose address is another now would be somebody else.
        else o.active and adopt.address(o.email, o.id) = u.email end,
      password_hash = case when w.password_hash is null or w.password_hash = p.password_hash then o.password_hash
        else w.password_hash end
    from adopt.users m
    join (select distinct on (a.user_id) a.user_id, h.id as oldest, h.password_hash
      from adopt.users a join ${users} h on h.id = a.old_id order by a.user_id, h.id) p on p.user_id = m.user_id
    join core.users u on u.organization_id = ${school} and u.id = m.user_id
    left join core.account_passwords w on w.account_id = u.account_id
    where m.old_id = o.id;

  for each in
    select c.* from ${tenant}.classes c where c.organization_id = ${school}
      and not exists (select from adopt.classes m where m.class_id = c.id)
  loop
    insert into ${classes} (name, description, archived, created_at)
      values (each.name, each.description, each.state = 'archived', each.created_at) returning id into made;
    insert into adopt.classes (old_id, class_id) values (made, each.id);
  end loop;
  update ${classes} o set
      name = case when c.name in (o.name, o.name || ' (' || o.id || ')', adopt.name_of(o.name, 'Class ' || o.id))
        then o.name else c.name end,
      description = case when coalesce(o.description, '') = c.description then o.description else c.description end,
      archived = c.state = 'archived',
      coach_id = case when (select user_id from adopt.users where old_id = o.coach_id) = l.user_id then o.coach_id
        else adopt.old_user_of(l.user_id) end
    from adopt.classes m
    join ${tenant}.classes c on c.organization_id = ${school} and c.id = m.class_id
    left join ${tenant}.class_coaches l on l.organization_id = ${school} and l.class_id = c.id and l.is_lead
    where m.old_id = o.id;

  delete from ${members} o using adopt.classes c, adopt.users u
    where c.old_id = o.class_id and u.old_id = o.user_id and not exists (
      select from ${tenant}.enrollments e where e.organization_id = ${school} and e.class_id = c.class_id
        and e.user_id = u.user_id and e.state = 'active');
  insert into ${members} (class_id, user_id, joined_at)
    select c.old_id, adopt.old_user_of(e.user_id), e.enrolled_at
      from ${tenant}.enrollments e join adopt.classes c on c.class_id = e.class_id
      where e.organization_id = ${school} and e.state = 'active' and adopt.old_user_of(e.user_id) is not null
        and not exists (select from ${members} o join adopt.users u on u.old_id = o.user_id
          where o.class_id = c.old_id and u.user_id = e.user_id);

  delete from ${workspaces} o using adopt.workspaces m
    where m.old_id = o.id and not exists (select from core.workspaces w where w.id = m.workspace_id);
  update ${workspaces} o set name = w.name, data = w.data
    from adopt.workspaces m join core.workspaces w on w.id = m.workspace_id
    where m.old_id = o.id and (o.name, coalesce(o.data::jsonb, '{}')) is distinct from (w.name, w.data);
  for each in
    select w.*, adopt.old_user_of(u.id) as owner from core.workspaces w
      join core.users u on u.organization_id = ${school} and u.account_id = w.account_id and u.left_at is null
      where not exists (select from adopt.workspaces m where m.workspace_id = w.id)
  loop
    insert into ${workspaces} (user_id, name, data, created_at)
      values (each.owner, each.name, each.data, each.created_at) returning id into made;
    insert into adopt.workspaces (old_id, workspace_id) values (made, each.id);
  end loop;

  update ${invitations} o set status = i.status, expires_at = i.expires_at,
      accepted_at = case when i.status = 'accepted' then coalesce(o.accepted_at, i.closed_at) else o.accepted_at end
    from adopt.invitations m
    join core.invitations i on i.organization_id = ${school} and i.id = m.invitation_id
    where m.old_id = o.id and i.status <> adopt.invitation_status_of(o.status)
      -- It only made way for a newer one.
      and not (i.status = 'revoked' and exists (select from adopt.invitations n where n.old_id > o.id
        and n.address = i.email));
  update adopt.invitations m set is_open = i.status = 'pending'
    from core.invitations i where i.organization_id = ${school} and i.id = m.invitation_id and i.status <> 'revoked';
  for each in
    select i.*, c.old_id as class_key, adopt.old_user_of(i.invited_by) as inviter
      from core.invitations i left join adopt.classes c on c.class_id = i.class_id
      where i.organization_id = ${school} and not exists (select from adopt.invitations m where m.invitation_id = i.id)
      order by i.created_at, i.id
  loop
    -- The link is known to nobody but whom it was mailed to: the old code has to mail another.
    insert into ${invitations} (email, role, class_id, token, status, invited_by, created_at, expires_at, accepted_at)
      values (each.email, adopt.old_role_of(each.role), each.class_key, gen_random_uuid()::text, each.status, each.inviter,
        each.created_at, each.expires_at, case when each.status = 'accepted' then each.closed_at end)
      returning id into made;
    insert into adopt.invitations (old_id, invitation_id, address, is_open)
      values (made, each.id, each.email, each.status = 'pending');
  end loop;
end
$$;
`;
}
