import { parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import { env } from "@/lib/env";
import type { TaskPayloads } from "../adapters/queue";
import { copyStudentFilesJob } from "./copy-student-files";
import { eraseDocumentsJob } from "./erase-documents";
import { measureUsageJob } from "./measure-usage";
import { queueLogger } from "./queue-logger";
import { sendAccountMail } from "./send-account-mail";
import { sendInvitationsJob } from "./send-invitations";
import { sendNoticeJob } from "./send-notice";
import { sendSchoolInvitation } from "./send-school-invitation";
import { sendTransferMail } from "./send-transfer-mail";
import { eraseStudentImport, workOnStudentImport } from "./student-imports";

const tasks: Record<keyof TaskPayloads, TaskList[string]> = {
  "copy-student-files": copyStudentFilesJob,
  "erase-student-import": eraseStudentImport,
  "erase-documents": eraseDocumentsJob,
  "measure-usage": measureUsageJob,
  "send-account-mail": sendAccountMail,
  "send-invitations": sendInvitationsJob,
  "send-notice": sendNoticeJob,
  "send-school-invitation": sendSchoolInvitation,
  "send-transfer-mail": sendTransferMail,
  "work-on-student-import": workOnStudentImport,
};

/** Starts the queue in this process: jobs added by any process are taken within milliseconds (LISTEN/NOTIFY). */
export async function startWorker(): Promise<Runner> {
  return run({
    connectionString: env().WORKER_DATABASE_URL,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    taskList: tasks,
    // At night in Venezuela: the queue counts in UTC. Of several processes one adds the job.
    parsedCronItems: parseCronItems([
      {
        task: "erase-documents",
        match: "40 7 * * *",
        options: { jobKey: "erase-documents", backfillPeriod: 0 },
      },
    ]),
    logger: queueLogger(),
  });
}
