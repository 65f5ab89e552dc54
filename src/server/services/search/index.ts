export { findInSchool } from "./find-in-school";
