export { getSchoolPerson } from "./get-person";
export { getPlatformStatistics } from "./get-platform-statistics";
export { getSchool } from "./get-school";
export { exportEnrollment } from "./headcounts";
export { listSchoolClasses, listSchoolPeople } from "./list-in-school";
export { measureUsage, schoolsToMeasure } from "./measure-usage";
export { schoolsAtWork } from "./schools-at-work";
