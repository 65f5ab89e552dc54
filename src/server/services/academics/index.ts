export { ensureGrades, type Grade } from "./ensure-grades";
export { type FoundSection, findOrCreateSections, type SectionPair } from "./find-or-create-sections";
export { findOrCreateYear, type Year } from "./find-or-create-year";
