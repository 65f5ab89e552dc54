import { type ChildProcess, spawn } from "node:child_process";
import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { NEXT } from "./build";
import { ROOT } from "./paths";
import { freePort } from "./processes";
import { UserError } from "./user-error";

export interface WebOptions {
  dev: boolean;
  host: string;
  /** The first to try; when it is taken, the next free one serves. */
  port: number;
  environment: (port: number) => Record<string, string>;
}

export interface WebServer {
  child: ChildProcess;
  pid: number;
  port: number;
  address: string;
}

const PORTS_TRIED = 100;
/** Longer than a proxy or a client keeps a connection idle, so that none sends into one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** Starts `next start` (or `next dev`) in a process group of its own, with the settings of this process and more. */
export async function startWeb({ dev, host, port: wanted, environment }: WebOptions): Promise<WebServer> {
  const candidates = Array.from({ length: PORTS_TRIED }, (_, index) => wanted + index).filter(
    (port) => port < 65_536,
  );
  const port = await freePort(host, candidates);
  const serve = dev ? ["dev"] : ["start", "--keepAliveTimeout", String(KEEP_ALIVE_MS)];
  const child = spawn(process.execPath, [NEXT, ...serve, "-H", host, "-p", String(port)], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      // Whoever may migrate is not for the web process to know.
      DATABASE_OWNER_URL: undefined,
      DATABASE_DIRECT_URL: undefined,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...environment(port),
    },
  });
  // Its own greeting names an address that is not the one to use: what it says is shown from then on.
  child.stdout?.on("data", (chunk: Buffer) => process.stdout.write(withoutGreeting(chunk.toString())));
  const { pid } = child;
  if (!pid) throw new UserError("The web server could not be started.");
  return { child, pid, port, address: `http://${shownHost(host)}:${port}` };
}

function withoutGreeting(text: string): string {
  return text
    .split("\n")
    .filter(
      (line) => !/^\s*(▲ Next\.js|- (Local|Network|Environments?):|✓ (Starting|Ready|Running))/.test(line),
    )
    .join("\n")
    .replace(/^\n+/, "");
}

function shownHost(host: string): string {
  return ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host;
}

/** Waits for the server's first answer that is not a failure. */
export async function webAnswers({ child, port }: WebServer, host: string, within = 60_000): Promise<void> {
  let last = "no answer";
  for (const end = Date.now() + within; Date.now() < end; await delay(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new UserError("The web server ended while starting.");
    const status = await ask(host === "0.0.0.0" ? "127.0.0.1" : host, port);
    if (status !== undefined && status < 500) return;
    if (status !== undefined) last = `status ${status}`;
  }
  throw new UserError(`The web server does not answer as it should (${last}).`);
}

// Not fetch, which drops the Host header: the address in it decides whose pages are shown.
function ask(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const call = request(
      { host, port, path: "/", headers: { host: `localhost:${port}` }, timeout: 20_000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    call.once("error", () => resolve(undefined));
    call.once("timeout", () => call.destroy());
    call.end();
  });
}
