export { addVaccination, removeVaccination, updateVaccination } from "./change-vaccinations";
export { getCare, getHealth, getOwnHealth } from "./read-health";
export { updateHealth } from "./update-health";
