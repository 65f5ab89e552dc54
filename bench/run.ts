import { closePools } from "@/db/client";
import { appEnvironment } from "../scripts/lib/app-environment";
import { ensureBuild } from "../scripts/lib/build";
import { type Lifecycle, underLifecycle } from "../scripts/lib/lifecycle";
import { endProcess } from "../scripts/lib/processes";
import { WEB_END } from "../scripts/lib/run-record";
import { UserError } from "../scripts/lib/user-error";
import { startWeb, webAnswers } from "../scripts/lib/web";
import { cloneTemplate } from "../tests/support/clone";
import { startTestCluster } from "../tests/support/cluster";
import { loadSchools } from "./data";
import { measureImports } from "./imports";
import { measureInvitations } from "./invitations";
import { measureDepth, measureRead, type ReadResult, reads, type Setting } from "./reads";
import { type Report, report, tables } from "./report";

const HOST = "127.0.0.1";
const FIRST_PORT = 4800;
const USAGE = "npm run bench -- [--runs=N] [--quick] [--json] [--strict]";

type Options = { runs: number; json: boolean; strict: boolean };

/** Measures what the project promises, on a throw-away database. With `--strict`, a bar that fails is an error. */
export function bench(args: string[]): Promise<void> {
  return underLifecycle(
    async (life) => {
      const { runs, json, strict } = readArguments(args);
      const result = await measure(life, runs);
      console.log(json ? JSON.stringify(result, null, 2) : `\n${tables(result)}`);
      const failed = result.bars.some(({ pass }) => !pass);
      await life.stop(strict && failed ? 1 : 0);
    },
    { interrupted: 130 },
  );
}

function readArguments(args: string[]): Options {
  const known = /^--(quick|json|strict|runs=[1-9][0-9]*)$/;
  const unknown = args.find((arg) => !known.test(arg));
  if (unknown !== undefined) throw new UserError(`Unknown: ${unknown}. ${USAGE}`);
  const given = args.find((arg) => arg.startsWith("--runs="));
  return {
    runs: given ? Number(given.slice("--runs=".length)) : args.includes("--quick") ? 200 : 1_000,
    json: args.includes("--json"),
    strict: args.includes("--strict"),
  };
}

async function measure(life: Lifecycle, runs: number): Promise<Report> {
  await ensureBuild(life);
  say("Starting PostgreSQL ...");
  const cluster = await startTestCluster({ tuning: "durable" });
  life.onStop(cluster.stop);
  const { urls } = await cloneTemplate(cluster);
  say("Loading 50 schools of 1,000 people and one of 50,000, with as many students ...");
  const { small, large, empty } = await loadSchools(urls);
  const { authSecret } = cluster.secrets;
  const environment = (port: number) => ({
    ...appEnvironment({}, urls, cluster.secrets, { address: `http://localhost:${port}`, embedded: true }),
    WORKER_ENABLED: "false",
    LOG_LEVEL: "warn",
  });
  const web = await startWeb({ dev: false, host: HOST, port: FIRST_PORT, environment });
  life.onStop(() => endProcess(-web.pid, WEB_END));
  await webAnswers(web, HOST);
  // This process is the application too: its pools go where the web server's go.
  Object.assign(process.env, environment(web.port), { NODE_ENV: "production" });
  life.onStop(closePools);
  const setting: Setting = { urls, authSecret, port: web.port, runs, warmUp: Math.min(200, runs) };
  const measured: ReadResult[] = [];
  for (const read of reads(small, large)) {
    say(`Measuring ${read.name} ...`);
    measured.push(await measureRead(read, setting));
  }
  say("Measuring page 1,000 ...");
  const depth = await measureDepth(large, setting);
  say("Measuring invitations ...");
  const invitations = await measureInvitations(small, Math.min(20, runs));
  say("Measuring imports of 1,000 students ...");
  const imports = await measureImports(empty, Math.min(10, runs));
  return report(measured, depth, invitations, imports);
}

// Standard output belongs to the figures.
function say(text: string): void {
  console.error(text);
}
