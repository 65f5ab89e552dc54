import type { OldTable } from "../old-shape";
import type { Places } from "../places";

/** Two readings of one thing: rows of `(key bigint[], line text)` that are equal where nothing is lost. */
export type Projection = { before: string; after: string };

/**
 * What the old tables say and what the new ones do, in the same words. One statement reads both, so that writers
 * meanwhile make no difference.
 */
export function projections({ old, tenant, school }: Places): Record<OldTable, Projection> {
  // What a row of an address says is what the oldest row of that address says.
  const oldest = `(select distinct on (adopt.address(email, id)) adopt.address(email, id) as address, id, name, role, active,
    password_hash from ${old}.users order by adopt.address(email, id), id)`;
  return {
    users: {
      before: `select array[o.id] as key, row(w.address, adopt.name_of(w.name, w.address), adopt.role_of(w.role), w.active,
          case when w.password_hash like '$argon2id$%' then w.password_hash end)::text as line
        from ${old}.users o join ${oldest} w on w.address = adopt.address(o.email, o.id)`,
      after: `select array[m.old_id] as key, row(a.email, u.name, case u.role when 'ADMIN' then 'ORG_ADMIN' else u.role end,
          u.status = 'active' and u.left_at is null, p.password_hash)::text as line
        from adopt.users m join adopt.people person on person.user_id = m.user_id
        join core.users u on u.organization_id = ${school} and u.id = m.user_id and u.email is not null
        join core.accounts a on a.id = person.account_id and a.email = u.email
        left join core.account_passwords p on p.account_id = a.id`,
    },
    classes: {
      before: `select array[c.id] as key, row(adopt.name_of(c.name, 'Class ' || c.id), coalesce(c.description, ''), c.archived,
          m.user_id)::text as line
        from ${old}.classes c left join adopt.users m on m.old_id = c.coach_id`,
      after: `select array[m.old_id] as key, row(case when right(c.name, length(m.old_id::text) + 3) = ' (' || m.old_id || ')'
            and not exists (select from ${old}.classes o where o.id = m.old_id and o.name = c.name)
          then left(c.name, -(length(m.old_id::text) + 3)) else c.name end,
          c.description, c.state = 'archived', l.user_id)::text as line
        from adopt.classes m join ${tenant}.classes c on c.organization_id = ${school} and c.id = m.class_id
        left join ${tenant}.class_coaches l on l.organization_id = ${school} and l.class_id = c.id and l.is_lead
        where exists (select from ${old}.classes o where o.id = m.old_id)
          or c.state <> 'archived'`,
    },
    class_members: {
      before: `select distinct array[m.class_id, w.id] as key, '' as line
        from ${old}.class_members m join ${old}.users o on o.id = m.user_id
        join ${oldest} w on w.address = adopt.address(o.email, o.id)`,
      after: `select array[c.old_id, u.old_id] as key, '' as line
        from ${tenant}.enrollments e
        join adopt.classes c on c.class_id = e.class_id
        join (select user_id, min(old_id) as old_id from adopt.users group by user_id) u on u.user_id = e.user_id
        where e.organization_id = ${school} and e.state = 'active'`,
    },
    workspaces: {
      before: `select array[w.id] as key, row(p.account_id, w.name, coalesce(w.data, '{}')::jsonb)::text as line
        from ${old}.workspaces w left join adopt.users m on m.old_id = w.user_id
        left join adopt.people p on p.user_id = m.user_id`,
      after: `select array[m.old_id] as key, row(w.account_id, w.name, w.data)::text as line
        from adopt.workspaces m join core.workspaces w on w.id = m.workspace_id`,
    },
    invitations: {
      before: `select array[i.id] as key, row(i.address, adopt.role_of(i.role), c.class_id, m.user_id,
          case when i.status = 'pending' and i.id < max(i.id) filter (where i.status = 'pending') over (partition by i.address)
            then 'revoked' else adopt.invitation_status_of(i.status) end)::text as line
        from (select *, adopt.address(email, -id) as address from ${old}.invitations) i
        left join adopt.classes c on c.old_id = i.class_id
        left join adopt.users m on m.old_id = i.invited_by`,
      after: `select array[m.old_id] as key, row(i.email, i.role, i.class_id, i.invited_by, i.status)::text as line
        from adopt.invitations m join core.invitations i on i.organization_id = ${school} and i.id = m.invitation_id
        where i.status = 'pending' or exists (select from ${old}.invitations o where o.id = m.old_id)`,
    },
  };
}
