export { chainLock } from "./chain";
export { exportEvents } from "./export-events";
export { findActors } from "./find-actors";
export { getEvent } from "./get-event";
export { listEvents, readHistory, recentEvents } from "./list-events";
export {
  exportPlatformEvents,
  findAuditedSchools,
  findPlatformActors,
  getPlatformEvent,
  listPlatformEvents,
} from "./platform-events";
export {
  type AuditEvent,
  recordEvents,
  recordGateEvents,
  recordOperatorEvents,
  recordPlatformEvents,
} from "./record-event";
export { platformHead, recordHeads } from "./record-heads";
export { sealEvents } from "./seal-events";
export { findStaleFields } from "./stale-fields";
export { type Verdict, verifyChains } from "./verify-chains";
