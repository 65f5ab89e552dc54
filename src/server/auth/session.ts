import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import { atGate, type OrganizationActor, readAtGate } from "@/db/scope";
import {
  organizationPlanSchema,
  organizationStatusSchema,
  roleSchema,
  tierSchema,
  userStatusSchema,
} from "@/domain/role-schemas";
import { readSettings } from "@/domain/settings";
import { isUuid } from "@/lib/ids";
import { fileUrl } from "@/server/adapters/storage/storage";

/** What the signed token names; everything else is read anew on every request. */
export type SessionClaims = { sessionId: string; accountId: string };

const memberSchema = z
  .object({
    id: z.string(),
    role: roleSchema,
    tier: tierSchema,
    status: userStatusSchema,
    photoKey: z.string().nullable(),
  })
  .transform(({ photoKey, ...member }) => ({ ...member, photoUrl: photoKey && fileUrl(photoKey) }));

const organizationSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    logoKey: z.string().nullable(),
    status: organizationStatusSchema,
    plan: organizationPlanSchema,
    placement: z.string(),
    settings: z.unknown().transform(readSettings),
  })
  .transform(({ logoKey, ...school }) => ({ ...school, logoUrl: logoKey && fileUrl(logoKey) }));

/** A school that an ADMIN is visiting, and until when. */
const enteredSchema = z.object({
  organization: organizationSchema,
  until: z.coerce.date(),
  readOnly: z.boolean(),
});

const sessionSchema = z.object({
  id: z.string(),
  account: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    locale: z.string().nullable(),
    theme: z.string().nullable(),
    density: z.string().nullable(),
  }),
  user: memberSchema.nullable(),
  organization: organizationSchema.nullable(),
  entered: enteredSchema.nullable(),
});

/** A live session: the account, the person's own place in a school where they have one, and the school they visit. */
export type Session = z.infer<typeof sessionSchema>;

const SEEN_EVERY = "5 minutes";

const school = (o: string) => `json_build_object('id', ${o}.id, 'slug', ${o}.slug, 'name', ${o}.name,
  'logoKey', ${o}.logo_key,  'status', ${o}.status, 'plan', ${o}.plan, 'placement', ${o}.placement, 'settings', (
    select json_object_agg(setting.key, setting.value) from core.organization_settings setting
    where setting.organization_id = ${o}.id))`;

// One round trip for the look-up of every request. A visit ends with its time, with the rank that allowed it, and
// with the school's own closing; a suspended school is open to it.
const LOOK_UP = `
  select s.id,
    json_build_object('id', a.id, 'email', a.email, 'name', a.name,
      'locale', a.locale, 'theme', a.theme, 'density', a.density) as account,
    case when u.id is null then null else
      json_build_object('id', u.id, 'role', u.role, 'tier', u.tier, 'status', u.status,
        'photoKey', u.photo_key) end as user,
    case when o.id is null then null else ${school("o")} end as organization,
    case when visited.id is null then null else
      json_build_object('organization', ${school("visited")}, 'until', s.entered_until,
        'readOnly', s.entered_read_only) end as entered,
    least(s.last_seen_at, case when u.id is null then s.last_seen_at else coalesce(u.last_seen_at, '-infinity') end)
      < now() - interval '${SEEN_EVERY}' as unseen
  from core.sessions s
  join core.accounts a on a.id = s.account_id
  left join core.users u on u.account_id = s.account_id and u.left_at is null
  left join core.organizations o on o.id = u.organization_id
  left join core.organizations visited on visited.id = s.entered_organization_id and s.entered_until > now()
    and u.role = 'ADMIN' and u.status = 'active' and o.status = 'active' and visited.status <> 'inactive'
  where s.id = $1 and s.account_id = $2
    and s.revoked_at is null and s.expires_at > now() and a.email_verified_at is not null`;

/** The session that the token names, as it is now; undefined when it is revoked, expired or unknown. */
export async function findSession(claims: SessionClaims): Promise<Session | undefined> {
  const { sessionId, accountId } = claims;
  if (!isUuid(sessionId) || !isUuid(accountId)) return undefined;
  const [row] = await readAtGate(claims, LOOK_UP, [sessionId, accountId]);
  if (row === undefined) return undefined;
  if (row.unseen === true) await markSeen(claims);
  return sessionSchema.parse(row);
}

// At most every five minutes: another request may have been quicker.
async function markSeen({ sessionId, accountId }: SessionClaims): Promise<void> {
  const long = sql`now() - ${SEEN_EVERY}::interval`;
  const lastSeenAt = sql`now()`;
  await atGate({ sessionId, accountId }, ({ db }) =>
    Promise.all([
      db
        .update(sessions)
        .set({ lastSeenAt })
        .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, long))),
      db
        .update(users)
        .set({ lastSeenAt })
        .where(
          and(
            eq(users.accountId, accountId),
            isNull(users.leftAt),
            or(isNull(users.lastSeenAt), lt(users.lastSeenAt, long)),
          ),
        ),
    ]),
  );
}

/**
 * The actor of a session whose person is active in an active school; undefined otherwise. In a school that they visit
 * they are nobody's user and work as its admin does, or only look.
 */
export function actorOf(session: Session, ipAddress: string | null): OrganizationActor | undefined {
  const { account, user, organization, entered } = session;
  if (!user || !organization || user.status !== "active" || organization.status !== "active")
    return undefined;
  if (entered)
    return {
      accountId: account.id,
      userId: null,
      name: account.name,
      role: "ORG_ADMIN",
      ipAddress,
      organizationId: entered.organization.id,
      placement: entered.organization.placement,
      readOnly: entered.readOnly,
    };
  return {
    accountId: account.id,
    userId: user.id,
    name: account.name,
    role: user.role,
    ipAddress,
    organizationId: organization.id,
    placement: organization.placement,
  };
}
