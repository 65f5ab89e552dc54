export { recordAttendance, removeAttendance, updateAttendance } from "./change-attendance";
export { listAttendance } from "./list-attendance";
