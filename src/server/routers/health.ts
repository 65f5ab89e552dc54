import {
  addVaccinationInput,
  healthOfInput,
  updateHealthInput,
  updateVaccinationInput,
  vaccinationIdInput,
} from "@/domain/health";
import {
  addVaccination,
  getCare,
  getHealth,
  getOwnHealth,
  removeVaccination,
  updateHealth,
  updateVaccination,
} from "../services/health";
import { permit, router } from "../trpc";

const managing = permit("health:manage");

/** A student's health: each reading is recorded, and each role reads what it needs and no more. */
export const healthRouter = router({
  /** All of it: an administrator of any student, a family of its own child. */
  get: permit("health:manage", "student:read-children")
    .input(healthOfInput)
    .query(({ ctx, input }) => getHealth(ctx.actor, input)),
  /** Allergies and emergency notes: a coach of the students of their own classes. */
  care: permit("health:read-care")
    .input(healthOfInput)
    .query(({ ctx, input }) => getCare(ctx.actor, input)),
  own: permit("student:read-self").query(({ ctx }) => getOwnHealth(ctx.actor)),
  update: managing.input(updateHealthInput).mutation(({ ctx, input }) => updateHealth(ctx.actor, input)),
  addVaccination: managing
    .input(addVaccinationInput)
    .mutation(({ ctx, input }) => addVaccination(ctx.actor, input)),
  updateVaccination: managing
    .input(updateVaccinationInput)
    .mutation(({ ctx, input }) => updateVaccination(ctx.actor, input)),
  removeVaccination: managing
    .input(vaccinationIdInput)
    .mutation(({ ctx, input }) => removeVaccination(ctx.actor, input)),
});
