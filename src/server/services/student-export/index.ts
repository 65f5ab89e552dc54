export { exportMatricula } from "./export-matricula";
export { findYearByName } from "./find-year";
export { getGovernmentForm } from "./get-government-form";
export { getSectionLists } from "./get-section-lists";
export { getStudentRecord } from "./get-student-record";
export { getExportOptions } from "./placement-options";
