export { createClass } from "./create-class";
export { getClass } from "./get-class";
export { listClasses } from "./list-classes";
export { listOwnClasses } from "./list-own-classes";
export {
  addCoaches,
  classesLeftWithoutCoach,
  coachedClasses,
  enrolledClasses,
  enrollStudent,
  reinstateCoaches,
  reinstateStudents,
  releaseCoaches,
  withdrawStudents,
} from "./membership";
export { isOpenClass, ownClassIds } from "./policies";
export { updateClass } from "./update-class";
