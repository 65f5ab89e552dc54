import { classIdInput, createClassInput, updateClassInput } from "@/domain/class";
import { createClass, getClass, listClasses, listOwnClasses, updateClass } from "../services/class";
import { permit, router } from "../trpc";

/** Classes of the caller's school; a coach's reach is their own. */
export const classRouter = router({
  mine: permit("organization:read").query(({ ctx }) => listOwnClasses(ctx.actor)),
  list: permit("class:list").query(({ ctx }) => listClasses(ctx.actor)),
  get: permit("class:list")
    .input(classIdInput)
    .query(({ ctx, input }) => getClass(ctx.actor, input)),
  create: permit("class:manage")
    .input(createClassInput)
    .mutation(({ ctx, input }) => createClass(ctx.actor, input)),
  update: permit("class:manage", "class:manage-own")
    .input(updateClassInput)
    .mutation(({ ctx, input }) => updateClass(ctx.actor, input)),
});
