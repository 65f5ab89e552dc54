import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { env } from "@/lib/env";
import type { TaskPayloads } from "../adapters/queue";
import { logger } from "../logger";
import { sendAccountMail } from "./send-account-mail";
import { sendInvitationsJob } from "./send-invitations";
import { sendNoticeJob } from "./send-notice";

const tasks: Record<keyof TaskPayloads, TaskList[string]> = {
  "send-account-mail": sendAccountMail,
  "send-invitations": sendInvitationsJob,
  "send-notice": sendNoticeJob,
};

/** Starts the queue in this process: jobs added by any process are taken within milliseconds (LISTEN/NOTIFY). */
export async function startWorker(): Promise<Runner> {
  return run({
    connectionString: env().WORKER_DATABASE_URL,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    taskList: tasks,
    logger: new Logger(({ label }) => (level, message) => {
      const log = logger();
      if (level === "error") log.error({ label }, message);
      else if (level === "warning") log.warn({ label }, message);
      else log.debug({ label }, message);
    }),
  });
}
