import { closePools } from "@/db/client";
import { env } from "@/lib/env";
import { closeMailer } from "./adapters/mail/mailer";
import { startWorker } from "./jobs/worker";
import { logger } from "./logger";

/** Starts the queue where this process runs it, and lets its jobs finish when the server is told to stop. */
export async function startBackground(): Promise<void> {
  const runner = env().WORKER_ENABLED ? await startWorker() : undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await runner
      ?.stop()
      .catch((error: unknown) => logger().warn({ err: error }, "the queue did not stop in order"));
    await closeMailer();
    await closePools();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
