export { exportEvents } from "./export-events";
export { findActors } from "./find-actors";
export { getEvent } from "./get-event";
export { listEvents, readHistory, recentEvents } from "./list-events";
export { type AuditEvent, recordEvents, recordGateEvents, recordPlatformEvents } from "./record-event";
