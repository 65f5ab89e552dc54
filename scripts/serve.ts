import { randomUUID } from "node:crypto";
import { appEnvironment, checkAppSettings } from "./lib/app-environment";
import { ensureBuild } from "./lib/build";
import {
  type DatabaseUrls,
  ensureDatabase,
  installationCluster,
  prepareDatabase,
  prepareExternal,
  SECRETS_FILE,
  seed,
} from "./lib/database";
import { printAccounts } from "./lib/demo-accounts";
import { type Lifecycle, underLifecycle } from "./lib/lifecycle";
import { startOperatorProcess } from "./lib/operator";
import { clusterIsAlive, startCluster, stopCluster } from "./lib/postgres";
import { endProcess, npmAbove } from "./lib/processes";
import {
  forgetRun,
  identify,
  isSame,
  leaseServer,
  RUN_MARK,
  type Run,
  settleEarlierRun,
  WEB_END,
  writeRun,
} from "./lib/run-record";
import { loadSecrets, type Secrets } from "./lib/secrets";
import { readSettings, type Settings } from "./lib/settings";
import { startWeb, webAnswers } from "./lib/web";

const WATCHED_EVERY = 500;

/** `npm start` and `npm run dev`: database, migrations, demo, build, web server and operator's process, until told to stop. */
export function serve({ dev }: { dev: boolean }): Promise<void> {
  return underLifecycle(async (life) => {
    const began = performance.now();
    const settings = readSettings(process.env);
    checkAppSettings(process.env);
    await settleEarlierRun();
    const npm = npmAbove();
    const parent = npm === undefined ? undefined : identify(npm);
    const run: Run = { id: randomUUID(), supervisor: identify(process.pid), parent };
    writeRun(run);
    life.onStop(forgetRun);
    if (run.parent)
      watch(life, () => run.parent !== undefined && !isSame(run.parent), "npm is gone: stopping.");

    const secrets = loadSecrets(SECRETS_FILE);
    const urls = await openDatabase(life, settings, secrets);
    if (!dev && !life.stopping) await ensureBuild(life);
    if (life.stopping) return;
    const embedded = settings.database.kind === "embedded";
    const web = await startWeb({
      dev,
      host: settings.host,
      port: settings.port,
      environment: (port) => ({
        ...appEnvironment(process.env, urls, secrets, { address: `http://localhost:${port}`, embedded }),
        [RUN_MARK]: run.id,
      }),
    });
    life.onStop(() => endProcess(-web.pid, WEB_END));
    writeRun({ ...run, web: identify(web.pid), address: web.address });
    web.child.once("exit", (code, signal) => {
      if (!life.stopping) void life.stop(1, `The web server ended (${signal ?? code}): stopping the rest.`);
    });
    await webAnswers(web, settings.host);
    const operator = startOperatorProcess({ [RUN_MARK]: run.id });
    life.onStop(() => endProcess(-operator.pid, WEB_END));
    operator.child.once("exit", (code, signal) => {
      if (!life.stopping)
        void life.stop(1, `The operator's process ended (${signal ?? code}): stopping the rest.`);
    });
    if (web.port !== settings.port) console.log(`Port ${settings.port} is taken: using ${web.port}.`);
    console.log(`\nHomeroom is ready at ${web.address} (${seconds(began)}). Ctrl-C stops it.`);
    const { APP_URL, APP_DOMAIN } = process.env;
    const atLocalhost = (slug: string) => `http://${slug}.localhost:${web.port}`;
    if (embedded) printAccounts(APP_URL || APP_DOMAIN ? undefined : atLocalhost);
  });
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** Calls an orderly end once `lost` comes true. */
function watch(life: Lifecycle, lost: () => boolean, line: string): void {
  const timer = setInterval(() => {
    if (life.stopping || !lost()) return;
    clearInterval(timer);
    void life.stop(1, line);
  }, WATCHED_EVERY);
}

async function openDatabase(
  life: Lifecycle,
  { database }: Settings,
  secrets: Secrets,
): Promise<DatabaseUrls> {
  if (database.kind === "external") {
    const { urls, applied } = await prepareExternal(database, secrets);
    report(applied);
    return urls;
  }
  console.log("Starting PostgreSQL ...");
  const release = leaseServer();
  const starting = startCluster(installationCluster(secrets));
  // The one who asks for everything to stop gets that, even if a command still uses the server.
  life.onStop(async () => {
    release();
    const cluster = await starting.catch(() => undefined);
    if (cluster) await stopCluster(cluster);
  });
  const cluster = await starting;
  watch(life, () => !clusterIsAlive(cluster), "PostgreSQL ended: stopping the rest.");
  const { urls, applied } = await prepareDatabase(await ensureDatabase(cluster.url), secrets);
  report(applied);
  if (await seed(urls)) console.log("Filled the empty database with the demo schools.");
  return urls;
}

function report(applied: string[]): void {
  if (applied.length > 0)
    console.log(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
}
