import {
  createGradeInput,
  createSectionsInput,
  createSubjectInput,
  createYearInput,
  gradeIdInput,
  reorderGradesInput,
  sectionIdsInput,
  structureInput,
  subjectIdInput,
  updateGradeInput,
  updateSectionInput,
  updateSubjectInput,
  updateYearInput,
  yearIdInput,
} from "@/domain/academics";
import {
  academicOptions,
  archiveGrade,
  archiveSubject,
  closeYear,
  createGrade,
  createSections,
  createSubject,
  createUsualGrades,
  createYear,
  getStructure,
  removeSections,
  removeYear,
  reopenYear,
  reorderGrades,
  restoreGrade,
  restoreSubject,
  setCurrentYear,
  updateGrade,
  updateSection,
  updateSubject,
  updateYear,
} from "../services/academics";
import { permit, router } from "../trpc";

const managing = permit("academics:manage");

/** The school's years, grades, sections and subjects as a whole. */
export const academicsRouter = router({
  get: managing.input(structureInput).query(({ ctx, input }) => getStructure(ctx.actor, input)),
  options: permit("academics:read")
    .input(structureInput)
    .query(({ ctx, input }) => academicOptions(ctx.actor, input)),
});

export const yearRouter = router({
  create: managing.input(createYearInput).mutation(({ ctx, input }) => createYear(ctx.actor, input)),
  update: managing.input(updateYearInput).mutation(({ ctx, input }) => updateYear(ctx.actor, input)),
  setCurrent: managing.input(yearIdInput).mutation(({ ctx, input }) => setCurrentYear(ctx.actor, input)),
  close: managing.input(yearIdInput).mutation(({ ctx, input }) => closeYear(ctx.actor, input)),
  reopen: managing.input(yearIdInput).mutation(({ ctx, input }) => reopenYear(ctx.actor, input)),
  remove: managing.input(yearIdInput).mutation(({ ctx, input }) => removeYear(ctx.actor, input)),
});

export const gradeRouter = router({
  create: managing.input(createGradeInput).mutation(({ ctx, input }) => createGrade(ctx.actor, input)),
  createUsual: managing.mutation(({ ctx }) => createUsualGrades(ctx.actor)),
  update: managing.input(updateGradeInput).mutation(({ ctx, input }) => updateGrade(ctx.actor, input)),
  reorder: managing.input(reorderGradesInput).mutation(({ ctx, input }) => reorderGrades(ctx.actor, input)),
  archive: managing.input(gradeIdInput).mutation(({ ctx, input }) => archiveGrade(ctx.actor, input)),
  restore: managing.input(gradeIdInput).mutation(({ ctx, input }) => restoreGrade(ctx.actor, input)),
});

export const sectionRouter = router({
  create: managing.input(createSectionsInput).mutation(({ ctx, input }) => createSections(ctx.actor, input)),
  update: managing.input(updateSectionInput).mutation(({ ctx, input }) => updateSection(ctx.actor, input)),
  remove: managing.input(sectionIdsInput).mutation(({ ctx, input }) => removeSections(ctx.actor, input)),
});

export const subjectRouter = router({
  create: managing.input(createSubjectInput).mutation(({ ctx, input }) => createSubject(ctx.actor, input)),
  update: managing.input(updateSubjectInput).mutation(({ ctx, input }) => updateSubject(ctx.actor, input)),
  archive: managing.input(subjectIdInput).mutation(({ ctx, input }) => archiveSubject(ctx.actor, input)),
  restore: managing.input(subjectIdInput).mutation(({ ctx, input }) => restoreSubject(ctx.actor, input)),
});
