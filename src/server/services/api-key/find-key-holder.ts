import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { apiKeys } from "@/db/schema/core/programs";
import { users } from "@/db/schema/core/users";
import {
  inOrganization,
  type OrganizationActor,
  type Origin,
  readAtGate,
  readInOrganization,
} from "@/db/scope";
import { API_KEY_FORM } from "@/domain/api-key-list";
import type { Permission } from "@/domain/permissions";
import { hashToken } from "@/lib/tokens";

/** A key at work: its maker as they are now, and what it was given of what they may. */
export type KeyHolder = { id: string; actor: OrganizationActor; permissions: ReadonlySet<Permission> };

const USED_EVERY = "5 minutes";

const LOOK_UP = `
  select k.id, k.name, k.organization_id as "organizationId", k.created_by as "createdBy", k.permissions, o.placement,
    coalesce(k.last_used_at < now() - interval '${USED_EVERY}', true) as unused
  from core.api_keys k join core.organizations o on o.id = k.organization_id
  where k.key_hash = $1 and k.revoked_at is null and k.expires_at > now() and o.status = 'active'`;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  organizationId: z.string(),
  createdBy: z.string(),
  permissions: z.array(z.string()).transform((names) => new Set(names as Permission[])),
  placement: z.string(),
  unused: z.boolean(),
});

/**
 * Who a key stands for; undefined where it is unknown, revoked or expired, its school is closed, or its maker has left
 * or is suspended. Their role is read anew each time, so that a key never does more than its maker could.
 */
export async function findKeyHolder(key: string, from: Origin): Promise<KeyHolder | undefined> {
  if (!API_KEY_FORM.test(key)) return undefined;
  const tokenHash = hashToken(key);
  const [row] = await readAtGate({ tokenHash }, LOOK_UP, [tokenHash]);
  if (row === undefined) return undefined;
  const { id, name, organizationId, createdBy, permissions, placement, unused } = rowSchema.parse(row);
  const door = {
    organizationId,
    placement,
    accountId: null,
    userId: null,
    name,
    role: "STUDENT",
    ...from,
  } as const;
  const maker = await readInOrganization(door, async (tx) => {
    const [found] = await tx.db
      .select({ accountId: users.accountId, name: users.name, role: users.role })
      .from(users)
      .where(
        and(
          eq(users.organizationId, organizationId),
          eq(users.id, createdBy),
          eq(users.status, "active"),
          isNull(users.leftAt),
        ),
      );
    return found;
  });
  if (!maker) return undefined;
  const { accountId, role } = maker;
  const actor = { ...door, accountId, userId: createdBy, role, onBehalfOf: maker.name };
  if (unused) await markUsed(actor, id);
  return { id, actor, permissions };
}

// At most every five minutes: another request may have been quicker.
async function markUsed(actor: OrganizationActor, id: string): Promise<void> {
  await inOrganization(actor, async (tx) => {
    await tx.db
      .update(apiKeys)
      .set({ lastUsedAt: sql`now()` })
      .where(
        and(
          eq(apiKeys.organizationId, actor.organizationId),
          eq(apiKeys.id, id),
          or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - ${USED_EVERY}::interval`)),
        ),
      );
  });
}
