import { createViewInput, listViewsInput, updateViewInput, viewIdInput } from "@/domain/saved-view";
import { createView, listViews, removeView, updateView } from "../services/view";
import { permit, router } from "../trpc";

/** Filters of lists that people keep: one's own, and those that the school shares. */
export const viewRouter = router({
  list: permit("view:save")
    .input(listViewsInput)
    .query(({ ctx, input }) => listViews(ctx.actor, input)),
  create: permit("view:save")
    .input(createViewInput)
    .mutation(({ ctx, input }) => createView(ctx.actor, input)),
  update: permit("view:save")
    .input(updateViewInput)
    .mutation(({ ctx, input }) => updateView(ctx.actor, input)),
  remove: permit("view:save")
    .input(viewIdInput)
    .mutation(({ ctx, input }) => removeView(ctx.actor, input)),
});
