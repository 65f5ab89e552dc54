import {
  addGuardianInput,
  authorizedIdInput,
  findGuardiansInput,
  guardianIdInput,
  guardianLinkInput,
  saveAuthorizedInput,
  setIncomeInput,
  updateGuardianInput,
  updateLinkInput,
} from "@/domain/guardian";
import {
  addGuardian,
  findGuardians,
  getGuardian,
  readIncome,
  removeAuthorized,
  removeGuardian,
  saveAuthorized,
  setIncome,
  setPrimaryContact,
  updateGuardian,
  updateLink,
} from "../services/guardian";
import { permit, router } from "../trpc";

const managing = permit("student:manage");

/** Who cares for the students: the persons, and what each is to each child. */
export const guardianRouter = router({
  get: permit("student:list")
    .input(guardianIdInput)
    .query(({ ctx, input }) => getGuardian(ctx.actor, input)),
  find: managing.input(findGuardiansInput).query(({ ctx, input }) => findGuardians(ctx.actor, input)),
  /** Who reads it is recorded. */
  income: permit("income:read")
    .input(guardianIdInput)
    .query(({ ctx, input }) => readIncome(ctx.actor, input)),
  update: managing.input(updateGuardianInput).mutation(({ ctx, input }) => updateGuardian(ctx.actor, input)),
  setIncome: managing.input(setIncomeInput).mutation(({ ctx, input }) => setIncome(ctx.actor, input)),
  add: managing.input(addGuardianInput).mutation(({ ctx, input }) => addGuardian(ctx.actor, input)),
  updateLink: managing.input(updateLinkInput).mutation(({ ctx, input }) => updateLink(ctx.actor, input)),
  setPrimaryContact: managing
    .input(guardianLinkInput)
    .mutation(({ ctx, input }) => setPrimaryContact(ctx.actor, input)),
  remove: managing.input(guardianLinkInput).mutation(({ ctx, input }) => removeGuardian(ctx.actor, input)),
  saveAuthorized: managing
    .input(saveAuthorizedInput)
    .mutation(({ ctx, input }) => saveAuthorized(ctx.actor, input)),
  removeAuthorized: managing
    .input(authorizedIdInput)
    .mutation(({ ctx, input }) => removeAuthorized(ctx.actor, input)),
});
