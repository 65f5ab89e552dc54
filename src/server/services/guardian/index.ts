export { addGuardian } from "./add-guardian";
export { removeAuthorized, saveAuthorized } from "./authorized";
export { removeGuardian, updateLink } from "./change-link";
export { setPrimaryContact } from "./contact";
export { getBrief } from "./get-brief";
export { getFamily } from "./get-family";
export { findGuardians, getGuardian } from "./get-guardian";
export { readIncome } from "./read-income";
export { setIncome, updateGuardian } from "./update-guardian";
