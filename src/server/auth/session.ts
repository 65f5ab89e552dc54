import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import { atGate, type OrganizationActor, type Origin, readAtGate } from "@/db/scope";
import {
  organizationKindSchema,
  organizationPlanSchema,
  organizationStatusSchema,
  roleSchema,
  tierSchema,
  userStatusSchema,
} from "@/domain/role-schemas";
import { readSettings } from "@/domain/settings";
import { isUuid, NIL_UUID } from "@/lib/ids";
import type { HostPlace } from "@/lib/school-host";
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
    kind: organizationKindSchema,
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

/** The school whose own address a request came to, with its public settings. */
export type HostSchool = z.infer<typeof organizationSchema>;

/** A live session: the account, the person's own place in a school where they have one, and the school they visit. */
export type Session = z.infer<typeof sessionSchema>;

const SEEN_EVERY = "5 minutes";

const school = (o: string) => `json_build_object('id', ${o}.id, 'slug', ${o}.slug, 'name', ${o}.name,
  'logoKey', ${o}.logo_key, 'status', ${o}.status, 'kind', ${o}.kind, 'plan', ${o}.plan, 'placement', ${o}.placement, 'settings', (
    select json_object_agg(setting.key, setting.value) from core.organization_settings setting
    where setting.organization_id = ${o}.id))`;

// The school of a host, by its kind ($3) and name ($4): a slug of old leads to its school too. Never remembered.
const HOST_SCHOOL = `coalesce(
  case $3 when 'slug' then (select id from core.organizations where slug = $4) end,
  case $3 when 'slug' then (select organization_id from core.organization_slugs where slug = $4) end,
  case $3 when 'domain' then
    (select organization_id from core.organization_domains where host = $4 and verified_at is not null) end,
  case $3 when 'master' then (select id from core.organizations where kind = 'master') end)`;

// One round trip for the look-up of every request. A session counts at the address where it was opened: at a school's,
// for its members and whoever visits it. A visit ends with its time, with the rank that allowed it, and with the
// school's own closing; a suspended school is open to it.
const LOOK_UP = `
  select case when h.id is null then null else ${school("h")} end as host, found.*
  from (select 1) request
  left join core.organizations h on h.id = ${HOST_SCHOOL}
  left join lateral (
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
      least(s.last_seen_at, case when u.id is null then s.last_seen_at
        else coalesce(u.last_seen_at, '-infinity') end) < now() - interval '${SEEN_EVERY}' as unseen
    from core.sessions s
    join core.accounts a on a.id = s.account_id
    left join core.users u on u.account_id = s.account_id and u.left_at is null
    left join core.organizations o on o.id = u.organization_id
    left join core.organizations visited on visited.id = s.entered_organization_id and s.entered_until > now()
      and u.role = 'ADMIN' and u.status = 'active' and o.status = 'active'
      and visited.status in ('active', 'suspended')
    where s.id = $1 and s.account_id = $2
      and s.revoked_at is null and s.expires_at > now() and a.email_verified_at is not null
      and s.organization_id is not distinct from h.id
      and ($3 = 'platform' or visited.id = h.id or (u.organization_id = h.id and h.status = 'active'))
  ) found on true`;

const NOBODY: SessionClaims = { sessionId: NIL_UUID, accountId: NIL_UUID };

/** What is known of a request once its host and its token are looked up. */
export type Found = { school: HostSchool | undefined; session: Session | undefined };

/** The school at a place and the session that the token names there, as they are now, in one round trip. */
export async function findAtPlace(place: HostPlace, claims: SessionClaims | undefined): Promise<Found> {
  const known = claims && isUuid(claims.sessionId) && isUuid(claims.accountId) ? claims : undefined;
  const at = placeNames(place);
  if (at === undefined || (!known && at.kind === "platform"))
    return { school: undefined, session: undefined };
  const { sessionId, accountId } = known ?? NOBODY;
  const [row] = await readAtGate(known ? { sessionId, accountId } : {}, LOOK_UP, [
    sessionId,
    accountId,
    at.kind,
    at.name,
  ]);
  const school = row?.host ? organizationSchema.parse(row.host) : undefined;
  if (!known || !row?.id) return { school, session: undefined };
  if (row.unseen === true) await markSeen(known);
  return { school, session: sessionSchema.parse(row) };
}

/** The session that the token names at the platform's own address; undefined when it is revoked, expired or unknown. */
export async function findSession(claims: SessionClaims): Promise<Session | undefined> {
  return (await findAtPlace({ kind: "shared" }, claims)).session;
}

function placeNames(place: HostPlace): { kind: string; name: string } | undefined {
  switch (place.kind) {
    case "unknown":
      return undefined;
    case "slug":
      return { kind: "slug", name: place.slug };
    case "domain":
      return { kind: "domain", name: place.host };
    case "master":
      return { kind: "master", name: "" };
    default:
      return { kind: "platform", name: "" };
  }
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
export function actorOf(session: Session, from: Origin): OrganizationActor | undefined {
  const { account, user, organization, entered } = session;
  if (!user || !organization || user.status !== "active" || organization.status !== "active")
    return undefined;
  const { ipAddress, userAgent, via } = from;
  if (entered)
    return {
      accountId: account.id,
      userId: null,
      name: account.name,
      role: "ORG_ADMIN",
      onBehalfOf: entered.organization.name,
      ipAddress,
      userAgent,
      via,
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
    userAgent,
    via,
    organizationId: organization.id,
    placement: organization.placement,
  };
}
