import {
  createOrganizationInput,
  exportOrganizationsInput,
  listOrganizationsInput,
  organizationIdInput,
  updateAnyOrganizationInput,
} from "@/domain/organization";
import { deleteOrganizationInput, memberInput, transferUserInput } from "@/domain/platform";
import { schoolClassesInput, schoolPeopleInput } from "@/domain/school";
import { createUserInput } from "@/domain/user";
import { enterOrganizationInput } from "@/domain/visit";
import type { Context } from "../context";
import {
  createOrganization,
  deleteOrganization,
  enterOrganization,
  exportOrganizations,
  getAnyOrganization,
  leaveEnteredOrganization,
  listOrganizations,
  restoreOrganization,
  updateAnyOrganization,
} from "../services/organization";
import {
  exportEnrollment,
  getPlatformStatistics,
  getSchool,
  getSchoolPerson,
  listSchoolClasses,
  listSchoolPeople,
} from "../services/platform";
import { createUser, previewTransfer, removeMember, transferUser } from "../services/user";
import { authedProcedure, platformProcedure, router } from "../trpc";

/** Whose address the way to a school begins at, and leads back to; none where all share one. */
function comingFrom({ kind }: Context["place"]) {
  if (kind === "shared") return undefined;
  return kind === "school" ? "master" : "platform";
}

/** Every school of the platform, for ADMIN alone. */
export const platformRouter = router({
  listOrganizations: platformProcedure("platform:list-organizations")
    .input(listOrganizationsInput)
    .query(({ ctx, input }) => listOrganizations(ctx.actor, input)),
  getOrganization: platformProcedure("platform:list-organizations")
    .input(organizationIdInput)
    .query(({ ctx, input }) => getAnyOrganization(ctx.actor, input)),
  exportOrganizations: platformProcedure("platform:list-organizations")
    .input(exportOrganizationsInput)
    .query(({ ctx, input }) => exportOrganizations(ctx.actor, input)),
  school: platformProcedure("platform:list-organizations")
    .input(organizationIdInput)
    .query(({ ctx, input }) => getSchool(ctx.actor, input)),
  people: platformProcedure("platform:list-organizations")
    .input(schoolPeopleInput)
    .query(({ ctx, input }) => listSchoolPeople(ctx.actor, input)),
  person: platformProcedure("platform:list-organizations")
    .input(memberInput)
    .query(({ ctx, input }) => getSchoolPerson(ctx.actor, input)),
  classes: platformProcedure("platform:list-organizations")
    .input(schoolClassesInput)
    .query(({ ctx, input }) => listSchoolClasses(ctx.actor, input)),
  statistics: platformProcedure("platform:read-statistics").query(({ ctx }) =>
    getPlatformStatistics(ctx.actor),
  ),
  /** Who attends which school, for a file. */
  exportEnrollment: platformProcedure("platform:read-statistics").query(({ ctx }) =>
    exportEnrollment(ctx.actor),
  ),
  createOrganization: platformProcedure("organization:create")
    .input(createOrganizationInput)
    .mutation(({ ctx, input }) => createOrganization(ctx.actor, input)),
  updateOrganization: platformProcedure("platform:update-organization")
    .input(updateAnyOrganizationInput)
    .mutation(({ ctx, input }) => updateAnyOrganization(ctx.actor, input)),
  deleteOrganization: platformProcedure("organization:delete")
    .input(deleteOrganizationInput)
    .mutation(({ ctx, input }) => deleteOrganization(ctx.actor, input)),
  restoreOrganization: platformProcedure("organization:delete")
    .input(organizationIdInput)
    .mutation(({ ctx, input }) => restoreOrganization(ctx.actor, input)),
  addUser: platformProcedure("platform:manage-users")
    .input(createUserInput)
    .mutation(({ ctx, input }) => createUser(ctx.actor, input)),
  removeUser: platformProcedure("platform:manage-users")
    .input(memberInput)
    .mutation(({ ctx, input }) => removeMember(ctx.actor, input)),
  previewTransfer: platformProcedure("user:transfer")
    .input(transferUserInput)
    .query(({ ctx, input }) => previewTransfer(ctx.actor, input)),
  transferUser: platformProcedure("user:transfer")
    .input(transferUserInput)
    .mutation(({ ctx, input }) => transferUser(ctx.actor, input)),
  enterOrganization: platformProcedure("platform:enter-organization")
    .input(enterOrganizationInput)
    .mutation(({ ctx, input }) => enterOrganization(ctx.actor, ctx.session.id, input, comingFrom(ctx.place))),
  // A session's own: the way out stays open whatever has become of the permission.
  leaveOrganization: authedProcedure.mutation(({ ctx }) => leaveEnteredOrganization(ctx.session, ctx)),
});
