import {
  auditFilterSchema,
  eventIdInput,
  findActorsInput,
  listEventsInput,
  recentEventsInput,
} from "@/domain/audit";
import { exportEvents, findActors, getEvent, listEvents, recentEvents } from "../services/audit";
import { permit, router } from "../trpc";

/** The log of the caller's school. */
export const auditRouter = router({
  list: permit("audit:read")
    .input(listEventsInput)
    .query(({ ctx, input }) => listEvents(ctx.actor, input)),
  recent: permit("audit:read")
    .input(recentEventsInput)
    .query(({ ctx, input }) => recentEvents(ctx.actor, input)),
  get: permit("audit:read")
    .input(eventIdInput)
    .query(({ ctx, input }) => getEvent(ctx.actor, input)),
  actors: permit("audit:read")
    .input(findActorsInput)
    .query(({ ctx, input }) => findActors(ctx.actor, input)),
  /** A query like every export: what is seen, taken out; it is recorded who did. */
  export: permit("audit:read")
    .input(auditFilterSchema)
    .query(({ ctx, input }) => exportEvents(ctx.actor, input)),
});
