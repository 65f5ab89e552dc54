import {
  addCoachesInput,
  classFilterSchema,
  classIdInput,
  classIdsInput,
  classPageInput,
  createClassInput,
  duplicateClassInput,
  enrollInput,
  enrollmentFileInput,
  exportRosterInput,
  findCoachesInput,
  findStudentsInput,
  listClassesInput,
  moveInput,
  reinstateInput,
  removeCoachInput,
  restoreClassesInput,
  rosterInput,
  setLeadInput,
  updateClassInput,
  withdrawInput,
} from "@/domain/class";
import {
  addCoaches,
  archiveClasses,
  classFacets,
  classOptions,
  countClasses,
  createClass,
  duplicateClass,
  enroll,
  exportRoster,
  findCoaches,
  findStudents,
  getClass,
  listClasses,
  listFormer,
  listHistory,
  listOwnClasses,
  listRoster,
  listWaiting,
  moveStudents,
  previewArchive,
  previewEnrollment,
  reinstate,
  removeCoach,
  restoreClasses,
  setLead,
  updateClass,
  withdraw,
} from "../services/class";
import { readInvitationFile } from "../services/invitation";
import { permit, router } from "../trpc";

const managing = permit("class:manage", "class:manage-own");

/** Classes of the caller's school; a coach's reach is their own. */
export const classRouter = router({
  mine: permit("organization:read").query(({ ctx }) => listOwnClasses(ctx.actor)),
  options: permit("class:list").query(({ ctx }) => classOptions(ctx.actor)),
  list: permit("class:list")
    .input(listClassesInput)
    .query(({ ctx, input }) => listClasses(ctx.actor, input)),
  counts: permit("class:list")
    .input(classFilterSchema)
    .query(({ ctx, input }) => countClasses(ctx.actor, input)),
  facets: permit("class:list").query(({ ctx }) => classFacets(ctx.actor)),
  get: permit("class:list")
    .input(classIdInput)
    .query(({ ctx, input }) => getClass(ctx.actor, input)),
  roster: permit("class:list")
    .input(rosterInput)
    .query(({ ctx, input }) => listRoster(ctx.actor, input)),
  /** The whole roster for a file or for paper: who took it out is recorded. */
  exportRoster: permit("class:list")
    .input(exportRosterInput)
    .query(({ ctx, input }) => exportRoster(ctx.actor, input)),
  waitingList: permit("class:list")
    .input(classIdInput)
    .query(({ ctx, input }) => listWaiting(ctx.actor, input)),
  former: permit("class:list")
    .input(classPageInput)
    .query(({ ctx, input }) => listFormer(ctx.actor, input)),
  history: permit("class:list")
    .input(classPageInput)
    .query(({ ctx, input }) => listHistory(ctx.actor, input)),
  findStudents: managing.input(findStudentsInput).query(({ ctx, input }) => findStudents(ctx.actor, input)),
  findCoaches: managing.input(findCoachesInput).query(({ ctx, input }) => findCoaches(ctx.actor, input)),
  readFile: managing.input(enrollmentFileInput).mutation(({ input }) => readInvitationFile(input)),
  previewEnrollment: managing
    .input(enrollInput)
    .mutation(({ ctx, input }) => previewEnrollment(ctx.actor, input)),
  previewArchive: permit("class:manage")
    .input(classIdsInput)
    .query(({ ctx, input }) => previewArchive(ctx.actor, input)),
  create: permit("class:manage")
    .input(createClassInput)
    .mutation(({ ctx, input }) => createClass(ctx.actor, input)),
  update: managing.input(updateClassInput).mutation(({ ctx, input }) => updateClass(ctx.actor, input)),
  archive: permit("class:manage")
    .input(classIdsInput)
    .mutation(({ ctx, input }) => archiveClasses(ctx.actor, input)),
  restore: permit("class:manage")
    .input(restoreClassesInput)
    .mutation(({ ctx, input }) => restoreClasses(ctx.actor, input)),
  duplicate: permit("class:manage")
    .input(duplicateClassInput)
    .mutation(({ ctx, input }) => duplicateClass(ctx.actor, input)),
  enroll: managing.input(enrollInput).mutation(({ ctx, input }) => enroll(ctx.actor, input)),
  withdraw: managing.input(withdrawInput).mutation(({ ctx, input }) => withdraw(ctx.actor, input)),
  reinstate: managing.input(reinstateInput).mutation(({ ctx, input }) => reinstate(ctx.actor, input)),
  move: managing.input(moveInput).mutation(({ ctx, input }) => moveStudents(ctx.actor, input)),
  addCoaches: managing.input(addCoachesInput).mutation(({ ctx, input }) => addCoaches(ctx.actor, input)),
  setLead: managing.input(setLeadInput).mutation(({ ctx, input }) => setLead(ctx.actor, input)),
  removeCoach: managing.input(removeCoachInput).mutation(({ ctx, input }) => removeCoach(ctx.actor, input)),
});
