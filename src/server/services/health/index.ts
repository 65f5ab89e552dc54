export { addVaccination, removeVaccination, updateVaccination } from "./change-vaccinations";
export { NOTHING_KNOWN } from "./queries";
export { getCare, getHealth, getOwnHealth } from "./read-health";
export { updateHealth } from "./update-health";
