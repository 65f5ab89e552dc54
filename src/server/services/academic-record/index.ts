export {
  addAcademicRecord,
  removeAcademicRecord,
  restoreAcademicRecord,
  updateAcademicRecord,
} from "./change-academic-records";
export { listAcademicRecords } from "./list-academic-records";
