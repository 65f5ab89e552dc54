import {
  createStudentInput,
  exportStudentsInput,
  listStudentsInput,
  moveStudentsInput,
  restorePlacesInput,
  sectionInput,
  setStudentStatusInput,
  studentFilterSchema,
  studentHistoryInput,
  studentIdInput,
  undoStudentStatusInput,
  updateStudentInput,
} from "@/domain/student";
import { setStudentPhotoInput } from "@/domain/student-photo";
import { getBrief, getFamily } from "../services/guardian";
import {
  countStudents,
  createStudent,
  exportStudents,
  getStudent,
  listHistory,
  listOwnRecords,
  listStatuses,
  listStudents,
  moveStudents,
  previewRenumbering,
  readStudentPhoto,
  removeStudentPhoto,
  renumberSection,
  restorePlaces,
  setStudentPhoto,
  setStudentStatus,
  studentOptions,
  undoStudentStatus,
  updateStudent,
} from "../services/student";
import { permit, router } from "../trpc";

const listing = permit("student:list", "student:list-own-classes");
// A coach has `brief`.
const reading = permit("student:list", "student:read-children", "student:read-self");
const managing = permit("student:manage");

/** Students' records; a coach's reach are those of their classes, a parent's their children, a student's the own one. */
export const studentRouter = router({
  list: listing.input(listStudentsInput).query(({ ctx, input }) => listStudents(ctx.actor, input)),
  counts: listing.input(studentFilterSchema).query(({ ctx, input }) => countStudents(ctx.actor, input)),
  /** What the list shows, as a whole, for a file: who took it out is recorded. */
  export: permit("student:export")
    .input(exportStudentsInput)
    .query(({ ctx, input }) => exportStudents(ctx.actor, input)),
  /** Years, grades and sections. */
  options: listing.query(({ ctx }) => studentOptions(ctx.actor)),
  get: reading.input(studentIdInput).query(({ ctx, input }) => getStudent(ctx.actor, input)),
  /** What a coach needs of a student of their classes. */
  brief: permit("student:list-own-classes")
    .input(studentIdInput)
    .query(({ ctx, input }) => getBrief(ctx.actor, input)),
  /** The children whose guardian one is, or one's own record. */
  mine: permit("student:read-children", "student:read-self").query(({ ctx }) => listOwnRecords(ctx.actor)),
  history: managing.input(studentHistoryInput).query(({ ctx, input }) => listHistory(ctx.actor, input)),
  /** The bytes of the picture. */
  photo: permit("student:list", "student:list-own-classes", "student:read-children", "student:read-self")
    .input(studentIdInput)
    .query(({ ctx, input }) => readStudentPhoto(ctx.actor, input)),
  statuses: reading.input(studentIdInput).query(({ ctx, input }) => listStatuses(ctx.actor, input)),
  family: reading.input(studentIdInput).query(({ ctx, input }) => getFamily(ctx.actor, input)),
  create: managing.input(createStudentInput).mutation(({ ctx, input }) => createStudent(ctx.actor, input)),
  update: managing.input(updateStudentInput).mutation(({ ctx, input }) => updateStudent(ctx.actor, input)),
  setPhoto: managing
    .input(setStudentPhotoInput)
    .mutation(({ ctx, input }) => setStudentPhoto(ctx.actor, input)),
  removePhoto: managing
    .input(studentIdInput)
    .mutation(({ ctx, input }) => removeStudentPhoto(ctx.actor, input)),
  setStatus: managing
    .input(setStudentStatusInput)
    .mutation(({ ctx, input }) => setStudentStatus(ctx.actor, input)),
  undoStatus: managing
    .input(undoStudentStatusInput)
    .mutation(({ ctx, input }) => undoStudentStatus(ctx.actor, input)),
  move: managing.input(moveStudentsInput).mutation(({ ctx, input }) => moveStudents(ctx.actor, input)),
  restorePlaces: managing
    .input(restorePlacesInput)
    .mutation(({ ctx, input }) => restorePlaces(ctx.actor, input)),
  /** The list of a section in its new order, before it is numbered so. */
  renumbering: managing.input(sectionInput).query(({ ctx, input }) => previewRenumbering(ctx.actor, input)),
  renumber: managing.input(sectionInput).mutation(({ ctx, input }) => renumberSection(ctx.actor, input)),
});
