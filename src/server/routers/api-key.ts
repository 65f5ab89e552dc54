import { apiKeyIdInput, createApiKeyInput } from "@/domain/api-key";
import { createApiKey, listApiKeys, revokeApiKey } from "../services/api-key";
import { permit, router } from "../trpc";

const manager = permit("api-key:manage");

/** Keys that the caller's school gives to other programs. */
export const apiKeyRouter = router({
  list: manager.query(({ ctx }) => listApiKeys(ctx.actor)),
  create: manager.input(createApiKeyInput).mutation(({ ctx, input }) => createApiKey(ctx.actor, input)),
  revoke: manager.input(apiKeyIdInput).mutation(({ ctx, input }) => revokeApiKey(ctx.actor, input)),
});
