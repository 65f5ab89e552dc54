export { reportIncident, restoreIncident, updateIncident, voidIncident } from "./change-incidents";
export { listIncidents } from "./list-incidents";
