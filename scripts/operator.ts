import { closePools } from "@/db/client";
import { startOperator } from "@/server/operator/start-operator";
import { appEnvironment } from "./lib/app-environment";
import { SECRETS_FILE } from "./lib/database";
import { underLifecycle } from "./lib/lifecycle";
import { openDatabase } from "./lib/open-database";
import { readRun } from "./lib/run-record";
import { loadSecrets } from "./lib/secrets";
import { readSettings } from "./lib/settings";

/** `npm run operator`: makes and drops the schemas of schools and erases those that are over, until told to stop. */
export function operate(): Promise<void> {
  return underLifecycle(async (life) => {
    const settings = readSettings(process.env);
    const secrets = loadSecrets(SECRETS_FILE);
    const { urls } = await openDatabase(life, settings, secrets, "never");
    const embedded = settings.database.kind === "embedded";
    const address = readRun()?.address ?? `http://localhost:${settings.port}`;
    Object.assign(process.env, appEnvironment(process.env, urls, secrets, { address, embedded }));
    const { owner, operator, worker } = urls;
    life.onStop(closePools);
    const runner = await startOperator({ owner, operator, worker });
    life.onStop(() => runner.stop());
    // The queue has given up, such as without a database: whoever started this process starts it again.
    void runner.promise.then(
      () => life.stop(1, "The operator's queue ended."),
      (error: unknown) => life.stop(1, String(error)),
    );
    console.log("The operator's process is at work. Ctrl-C stops it.");
  });
}
