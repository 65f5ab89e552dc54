export { draftRollover } from "./draft-rollover";
export { listRollovers } from "./list-rollovers";
export { listSectionStudents } from "./list-section-students";
export { previewRollover } from "./preview-rollover";
export { runRollover } from "./run-rollover";
export { previewUndo, undoRollover } from "./undo-rollover";
