import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/core/programs";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";

/** Ends a key: the next request with it is refused. Throws NOT_FOUND for one that the school does not have. */
export async function revokeApiKey(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const own = and(eq(apiKeys.organizationId, actor.organizationId), eq(apiKeys.id, id));
    const [known] = await tx.db
      .select({ name: apiKeys.name, prefix: apiKeys.prefix })
      .from(apiKeys)
      .where(own);
    if (!known) throw notFound();
    const [ended] = await tx.db
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(own, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (!ended) return;
    await recordEvents(tx, [
      {
        action: "key.revoked",
        subject: { type: "apiKey", id, name: known.name },
        before: { prefix: known.prefix },
      },
    ]);
  });
}
