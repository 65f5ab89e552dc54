export { checkImport } from "./check-import";
export { chooseChanges } from "./choose-changes";
export { eraseImport } from "./erase-import";
export { getImport } from "./get-import";
export { listImports } from "./list-imports";
export { listProblems, type ProblemGroup } from "./list-problems";
export { listImportRows } from "./list-rows";
export { uploadImport } from "./upload-import";
export { workOnImport } from "./work-on-import";
