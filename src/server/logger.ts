import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

let instance: Logger | undefined;

/** The process's log: JSON lines, without cookies, passwords and tokens. */
export function logger(): Logger {
  instance ??= pino({
    level: env().LOG_LEVEL,
    redact: {
      paths: [
        "*.password",
        "*.token",
        "*.passwordHash",
        "*.tokenHash",
        "*.cookie",
        "*.authorization",
        "err.parameters",
        "err.args",
      ],
      censor: "[redacted]",
    },
  });
  return instance;
}
