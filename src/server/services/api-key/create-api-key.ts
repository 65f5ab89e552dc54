import { randomInt } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/core/programs";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { CreateApiKeyInput } from "@/domain/api-key";
import { MAX_API_KEYS } from "@/domain/api-key-list";
import { can } from "@/domain/permissions";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { createToken, hashToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockSchool } from "../organization";

/**
 * Makes a key that acts as its maker, narrowed to the permissions. It is in the answer and nowhere else: the table holds
 * its hash. Throws FORBIDDEN for a permission that the maker lacks, and for who only visits the school.
 */
export async function createApiKey(
  actor: OrganizationActor,
  { name, permissions, days }: CreateApiKeyInput,
): Promise<{ id: string; key: string }> {
  const { organizationId, userId, role } = actor;
  if (userId === null) throw new DomainError("forbidden", "apiKey.visitor");
  if (!permissions.every((permission) => can(role, permission)))
    throw new DomainError("forbidden", "apiKey.notYours", { field: "permissions" });
  return inOrganization(actor, async (tx) => {
    await lockSchool(tx);
    const working = await tx.db.$count(
      apiKeys,
      and(
        eq(apiKeys.organizationId, organizationId),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, sql`now()`),
      ),
    );
    if (working >= MAX_API_KEYS)
      throw new DomainError("conflict", "apiKey.tooMany", { values: { max: MAX_API_KEYS } });
    const id = newId();
    const prefix = `hr_${mark()}`;
    const key = `${prefix}_${createToken().token}`;
    const expiresAt = new Date(Date.now() + days * DAY);
    await tx.db.insert(apiKeys).values({
      organizationId,
      id,
      name,
      prefix,
      keyHash: hashToken(key),
      permissions,
      createdBy: userId,
      expiresAt,
    });
    await recordEvents(tx, [
      {
        action: "key.created",
        subject: { type: "apiKey", id, name },
        after: { prefix, permissions, expiresAt: expiresAt.toISOString() },
      },
    ]);
    return { id, key };
  });
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Eight characters that tell a school's keys apart; no secret. */
function mark(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
