export { recordEvents, recordGateEvents, recordPlatformEvents } from "./record-event";
