import {
  incidentIdInput,
  listIncidentsInput,
  reportIncidentInput,
  updateIncidentInput,
} from "@/domain/incident";
import {
  listIncidents,
  reportIncident,
  restoreIncident,
  updateIncident,
  voidIncident,
} from "../services/incident";
import { permit, router } from "../trpc";

const reaching = permit("incident:manage", "incident:manage-own-classes");

/** Disciplinary incidents: an administrator all, a coach those of students of their own classes; each reading is recorded. */
export const incidentRouter = router({
  list: reaching.input(listIncidentsInput).query(({ ctx, input }) => listIncidents(ctx.actor, input)),
  report: reaching.input(reportIncidentInput).mutation(({ ctx, input }) => reportIncident(ctx.actor, input)),
  update: reaching.input(updateIncidentInput).mutation(({ ctx, input }) => updateIncident(ctx.actor, input)),
  void: reaching.input(incidentIdInput).mutation(({ ctx, input }) => voidIncident(ctx.actor, input)),
  restore: reaching.input(incidentIdInput).mutation(({ ctx, input }) => restoreIncident(ctx.actor, input)),
});
