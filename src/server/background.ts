import { closePools } from "@/db/client";
import { env } from "@/lib/env";
import { closeMailer } from "./adapters/mail/mailer";
import { startWorker } from "./jobs/worker";
import { logger } from "./logger";
import { startSealing } from "./sealing";

/** Starts the queue and the sealing where this process runs them; both finish what they do when the server is told to stop. */
export async function startBackground(): Promise<void> {
  const runner = env().WORKER_ENABLED ? await startWorker() : undefined;
  const sealing = env().WORKER_ENABLED ? startSealing() : undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await runner
      ?.stop()
      .catch((error: unknown) => logger().warn({ err: error }, "the queue did not stop in order"));
    await sealing?.stop();
    await closeMailer();
    await closePools();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
