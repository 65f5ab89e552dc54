import { Logger } from "graphile-worker";
import { logger } from "../logger";

/** What the queue says, in the process's log. */
export function queueLogger(): Logger {
  return new Logger(({ label }) => (level, message) => {
    const log = logger();
    if (level === "error") log.error({ label }, message);
    else if (level === "warning") log.warn({ label }, message);
    else log.debug({ label }, message);
  });
}
