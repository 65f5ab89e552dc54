import {
  createOrganizationInput,
  listOrganizationsInput,
  organizationIdInput,
  updateAnyOrganizationInput,
} from "@/domain/organization";
import { enterOrganizationInput } from "@/domain/visit";
import {
  closeOrganization,
  createOrganization,
  enterOrganization,
  getAnyOrganization,
  leaveEnteredOrganization,
  listOrganizations,
  updateAnyOrganization,
} from "../services/organization";
import { authedProcedure, platformProcedure, router } from "../trpc";

/** Every school of the platform, for ADMIN alone. */
export const platformRouter = router({
  listOrganizations: platformProcedure("platform:list-organizations")
    .input(listOrganizationsInput)
    .query(({ ctx, input }) => listOrganizations(ctx.actor, input)),
  getOrganization: platformProcedure("platform:list-organizations")
    .input(organizationIdInput)
    .query(({ ctx, input }) => getAnyOrganization(ctx.actor, input)),
  createOrganization: platformProcedure("organization:create")
    .input(createOrganizationInput)
    .mutation(({ ctx, input }) => createOrganization(ctx.actor, input)),
  updateOrganization: platformProcedure("platform:update-organization")
    .input(updateAnyOrganizationInput)
    .mutation(({ ctx, input }) => updateAnyOrganization(ctx.actor, input)),
  closeOrganization: platformProcedure("organization:delete")
    .input(organizationIdInput)
    .mutation(({ ctx, input }) => closeOrganization(ctx.actor, input)),
  enterOrganization: platformProcedure("platform:enter-organization")
    .input(enterOrganizationInput)
    .mutation(({ ctx, input }) => enterOrganization(ctx.actor, ctx.session.id, input)),
  // A session's own: the way out stays open whatever has become of the permission.
  leaveOrganization: authedProcedure.mutation(({ ctx }) =>
    leaveEnteredOrganization(ctx.session, ctx.ipAddress),
  ),
});
