import { type AddJobFunction, parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { DAY } from "@/lib/duration";
import type { OperatorTaskPayloads } from "../adapters/queue";
import { queueLogger } from "../jobs/queue-logger";
import { findDue } from "./find-due";
import { forgetWhatIsOver } from "./forget-what-is-over";
import type { OperatorUrls } from "./operator-urls";
import { provisionSchool } from "./provision-school";
import { purgeSchool } from "./purge-school";

const payloadSchema = z.object({ organizationId: z.uuid() });
const SWEEP = "sweep-schools";
const FORGET = "forget-what-is-over";

/** The tasks that change schemas or erase what is over: nothing that the web process may do. */
export function operatorTasks(
  urls: OperatorUrls,
): Record<keyof OperatorTaskPayloads | typeof SWEEP | typeof FORGET, TaskList[string]> {
  return {
    "provision-school": (payload, { job }) =>
      provisionSchool(urls, payloadSchema.parse(payload), { isLast: job.attempts >= job.max_attempts }),
    "purge-school": async (payload) => {
      await purgeSchool(urls, payloadSchema.parse(payload));
    },
    [SWEEP]: (_, { addJob }) => sweepSchools(urls, addJob),
    [FORGET]: async (_, { logger }) => {
      logger.debug(`Forgotten: ${JSON.stringify(await forgetWhatIsOver(urls.operator))}`);
    },
  };
}

/** Adds the jobs that are due; one that waits already is not doubled. */
async function sweepSchools({ operator }: OperatorUrls, addJob: AddJobFunction): Promise<void> {
  const { purges, provisionings } = await findDue(operator);
  const add = (task: keyof OperatorTaskPayloads, word: string) => (organizationId: string) =>
    addJob(task, { organizationId }, { jobKey: `${word}-${organizationId}`, jobKeyMode: "preserve_run_at" });
  await Promise.all([
    ...purges.map(add("purge-school", "purge")),
    ...provisionings.map(add("provision-school", "provision")),
  ]);
}

/**
 * Starts the operator's side of the queue: one job at a time, a look every ten minutes at what is due, and once a night
 * at what is over, made up for where nobody was there that night.
 */
export async function startOperator(urls: OperatorUrls): Promise<Runner> {
  const runner = await run({
    connectionString: urls.worker,
    concurrency: 1,
    maxPoolSize: 3,
    noHandleSignals: true,
    taskList: operatorTasks(urls),
    parsedCronItems: parseCronItems([
      { task: SWEEP, match: "*/10 * * * *", options: { jobKey: SWEEP, backfillPeriod: 0 } },
      { task: FORGET, match: "40 3 * * *", options: { jobKey: FORGET, backfillPeriod: DAY } },
    ]),
    logger: queueLogger(),
  });
  await runner.addJob(SWEEP, {}, { jobKey: SWEEP });
  return runner;
}
