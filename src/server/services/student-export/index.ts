export { exportMatricula } from "./export-matricula";
export { findYearByName } from "./find-year";
