export { type AuditEvent, recordEvents, recordGateEvents, recordPlatformEvents } from "./record-event";
