export { setStudentStatus, undoStudentStatus } from "./change-status";
export { takeStudentCodes } from "./codes";
export { countStudents, studentOptions } from "./count-students";
export { createStudent } from "./create-student";
export { exportStudents } from "./export-students";
export { getStudent } from "./get-student";
export { listHistory } from "./list-history";
export { listOwnRecords } from "./list-own-records";
export { listStatuses } from "./list-statuses";
export { listStudents } from "./list-students";
export { moveStudents, restorePlaces } from "./move-students";
export { isOwnOfLate } from "./own-of-late";
export { readStudentPhoto, removeStudentPhoto, setStudentPhoto } from "./photo";
export { studentPhotoUrl } from "./photo-url";
export { describePlaces, findPlace, type Place } from "./place";
export {
  closedBy,
  lockStudent,
  lockStudents,
  requireOpen,
  requireStudent,
  type StudentRow,
  subjectOf,
  withinReach,
} from "./policies";
export { STUDENT_FIELDS } from "./record-values";
export { previewRenumbering, renumberSection } from "./renumber-section";
export { updateStudent } from "./update-student";
