export { applyMerge } from "./apply-merge";
export { findDuplicates } from "./find-duplicates";
export { listMerges } from "./list-merges";
export { previewMerge } from "./preview-merge";
export { showSensitive } from "./show-sensitive";
export { undoMerge } from "./undo-merge";
