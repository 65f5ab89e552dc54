import { findInput } from "@/domain/search";
import { findInSchool } from "../services/search";
import { permit, router } from "../trpc";

/** The search over all that the caller may open in their school. */
export const searchRouter = router({
  find: permit("organization:read")
    .input(findInput)
    .query(({ ctx, input }) => findInSchool(ctx.actor, input)),
});
