export { archiveClasses, archiveClassesIn, previewArchive } from "./archive-classes";
export { addCoaches, removeCoach, setLead } from "./change-coaches";
export { classOptions } from "./class-options";
export { classSeats } from "./class-seats";
export { createClass } from "./create-class";
export { duplicateClass } from "./duplicate-class";
export { enroll } from "./enroll-students";
export { findCoaches, findStudents } from "./find-people";
export { foretellCoaching } from "./foretell-coaching";
export { getClass } from "./get-class";
export { joinClass } from "./join-class";
export {
  type FormerCoach,
  type FormerStudent,
  foretellLeads,
  leaveClasses,
  stopCoaching,
} from "./leave-classes";
export { classFacets, countClasses, listClasses } from "./list-classes";
export { listOwnClasses } from "./list-own-classes";
export { coachedClasses, enrolledClasses } from "./membership";
export { moveStudents } from "./move-students";
export { listFormer, listHistory } from "./past";
export { yearName } from "./place";
export { ownClassIds } from "./policies";
export { previewEnrollment } from "./preview-enrollment";
export { reinstate } from "./reinstate-students";
export { restoreClasses, restoreClassesIn } from "./restore-classes";
export { resumeCoaching, returnToClasses } from "./return-to-classes";
export { exportRoster, listRoster, listWaiting } from "./roster";
export { updateClass } from "./update-class";
export { withdraw } from "./withdraw-students";
