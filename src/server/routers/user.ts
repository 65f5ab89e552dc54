import {
  exportUsersInput,
  listUsersInput,
  setUserRoleInput,
  userFilterSchema,
  userIdInput,
  userIdsInput,
} from "@/domain/user";
import {
  countUsers,
  exportUsers,
  getUser,
  listUsers,
  previewRemoval,
  reactivateUsers,
  removeUsers,
  restoreUsers,
  setUserRole,
  suspendUsers,
} from "../services/user";
import { permit, router } from "../trpc";

/** People of the caller's school. */
export const userRouter = router({
  list: permit("user:list")
    .input(listUsersInput)
    .query(({ ctx, input }) => listUsers(ctx.actor, input)),
  counts: permit("user:list")
    .input(userFilterSchema)
    .query(({ ctx, input }) => countUsers(ctx.actor, input)),
  get: permit("user:read")
    .input(userIdInput)
    .query(({ ctx, input }) => getUser(ctx.actor, input)),
  export: permit("user:export")
    .input(exportUsersInput)
    .query(({ ctx, input }) => exportUsers(ctx.actor, input)),
  setRole: permit("user:update-role")
    .input(setUserRoleInput)
    .mutation(({ ctx, input }) => setUserRole(ctx.actor, input)),
  suspend: permit("user:suspend")
    .input(userIdsInput)
    .mutation(({ ctx, input }) => suspendUsers(ctx.actor, input)),
  reactivate: permit("user:suspend")
    .input(userIdsInput)
    .mutation(({ ctx, input }) => reactivateUsers(ctx.actor, input)),
  previewRemoval: permit("user:remove")
    .input(userIdsInput)
    .query(({ ctx, input }) => previewRemoval(ctx.actor, input)),
  remove: permit("user:remove")
    .input(userIdsInput)
    .mutation(({ ctx, input }) => removeUsers(ctx.actor, input)),
  restore: permit("user:remove")
    .input(userIdsInput)
    .mutation(({ ctx, input }) => restoreUsers(ctx.actor, input)),
});
