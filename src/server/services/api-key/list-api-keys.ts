import { and, desc, eq, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/core/programs";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { ENDED_API_KEYS_SHOWN_DAYS } from "@/domain/api-key-list";
import { canAny, type Permission } from "@/domain/permissions";

const MAX_SHOWN = 200;

/** `asleep`: its maker has left, is suspended, or may do nothing of it any more. */
export type ApiKeyState = "working" | "asleep" | "expired" | "revoked";

/** The school's keys, newest first, those that ended long ago left out; never a key itself. */
export async function listApiKeys(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const ended = sql`least(coalesce(${apiKeys.revokedAt}, 'infinity'), ${apiKeys.expiresAt})`;
    const rows = await tx.db
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        prefix: apiKeys.prefix,
        permissions: apiKeys.permissions,
        createdAt: apiKeys.createdAt,
        expiresAt: apiKeys.expiresAt,
        lastUsedAt: apiKeys.lastUsedAt,
        revokedAt: apiKeys.revokedAt,
        isExpired: sql<boolean>`${apiKeys.expiresAt} <= now()`,
        maker: { id: users.id, name: users.name, role: users.role },
        makerIsHere: sql<boolean>`${users.leftAt} is null and ${users.status} = 'active'`,
      })
      .from(apiKeys)
      .innerJoin(
        users,
        and(eq(users.organizationId, apiKeys.organizationId), eq(users.id, apiKeys.createdBy)),
      )
      .where(
        and(
          eq(apiKeys.organizationId, actor.organizationId),
          sql`${ended} > now() - ${`${ENDED_API_KEYS_SHOWN_DAYS} days`}::interval`,
        ),
      )
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(MAX_SHOWN);
    return rows.map(({ isExpired, makerIsHere, maker, ...row }) => {
      const acts = makerIsHere && canAny(maker.role, row.permissions as Permission[]);
      return {
        ...row,
        maker: { id: maker.id, name: maker.name },
        state: stateOf({ revokedAt: row.revokedAt, isExpired, acts }),
      };
    });
  });
}

function stateOf(key: { revokedAt: Date | null; isExpired: boolean; acts: boolean }): ApiKeyState {
  if (key.revokedAt) return "revoked";
  if (key.isExpired) return "expired";
  return key.acts ? "working" : "asleep";
}
