import { addDomainInput, domainInput } from "@/domain/own-domain";
import { addDomain, listDomains, makePrimary, removeDomain, verifyDomain } from "../services/domain";
import { permit, router } from "../trpc";

/** The caller's own school's domains. */
export const domainRouter = router({
  list: permit("organization:update").query(({ ctx }) => listDomains(ctx.actor)),
  add: permit("organization:update")
    .input(addDomainInput)
    .mutation(({ ctx, input }) => addDomain(ctx.actor, input)),
  verify: permit("organization:update")
    .input(domainInput)
    .mutation(({ ctx, input }) => verifyDomain(ctx.actor, input)),
  makePrimary: permit("organization:update")
    .input(domainInput)
    .mutation(({ ctx, input }) => makePrimary(ctx.actor, input)),
  remove: permit("organization:update")
    .input(domainInput)
    .mutation(({ ctx, input }) => removeDomain(ctx.actor, input)),
});
