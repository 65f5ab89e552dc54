export { getStudent } from "./get-student";
export { listStudents } from "./list-students";
export { lockStudent, requireStudent, type StudentRow, withinReach } from "./policies";
