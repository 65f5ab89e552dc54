import {
  eventIdInput,
  findActorsInput,
  findPlatformActorsInput,
  listPlatformEventsInput,
  platformAuditFilterSchema,
} from "@/domain/audit";
import {
  exportPlatformEvents,
  findAuditedSchools,
  findPlatformActors,
  getPlatformEvent,
  listPlatformEvents,
} from "../services/audit";
import { platformProcedure, router } from "../trpc";

/** The logs of all schools and of the platform itself, for ADMIN alone. */
export const platformAuditRouter = router({
  list: platformProcedure("platform:read-audit")
    .input(listPlatformEventsInput)
    .query(({ ctx, input }) => listPlatformEvents(ctx.actor, input)),
  get: platformProcedure("platform:read-audit")
    .input(eventIdInput)
    .query(({ ctx, input }) => getPlatformEvent(ctx.actor, input)),
  actors: platformProcedure("platform:read-audit")
    .input(findPlatformActorsInput)
    .query(({ ctx, input }) => findPlatformActors(ctx.actor, input)),
  schools: platformProcedure("platform:read-audit")
    .input(findActorsInput)
    .query(({ ctx, input }) => findAuditedSchools(ctx.actor, input)),
  /** A query like every export: what is seen, taken out; it is recorded who did. */
  export: platformProcedure("platform:read-audit")
    .input(platformAuditFilterSchema)
    .query(({ ctx, input }) => exportPlatformEvents(ctx.actor, input)),
});
