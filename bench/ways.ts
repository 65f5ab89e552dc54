import { Agent, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import postgres, { type Sql } from "postgres";
import superjson from "superjson";
import { connect } from "@/db/client";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import type { BenchSchool } from "./data";

export type Caller = ReturnType<typeof createCaller>;

/** A query of the API: as the caller takes it and as HTTP does. */
export type Call = { path: string; input?: object; by: (caller: Caller) => Promise<unknown> };

const FROM = { ipAddress: "127.0.0.1", userAgent: "bench" };

/** A caller as every request gets it: the session is looked up first. */
export async function callerOf({ claims }: BenchSchool): Promise<Caller> {
  const session = await findSession(claims);
  if (!session) throw new Error("The benchmark's session is not found");
  return createCaller(contextFor(session, FROM));
}

/** What a call sends to the database: BEGIN with its scope, the statements, COMMIT. */
export type Recorded = { preamble: string; statements: { text: string; values: unknown[] }[]; end: string };

type Held = typeof globalThis & { homeroomPools?: Map<string, Sql> };

/** Records the SQL of calls, as it leaves the application's pool, which is put back afterwards. */
export async function recording<T>(
  appUrl: string,
  fn: (record: (school: BenchSchool, call: Call) => Promise<Recorded>) => Promise<T>,
): Promise<T> {
  const held = globalThis as Held;
  const before = held.homeroomPools;
  let sent: Recorded["statements"] = [];
  const pool = postgres(appUrl, {
    max: 1,
    onnotice: () => undefined,
    debug: (_connection, text, values) => sent.push({ text, values }),
  });
  held.homeroomPools = new Map([[appUrl, pool]]);
  try {
    return await fn(async (school, call) => {
      const caller = await callerOf(school);
      sent = [];
      await call.by(caller);
      // A read's COMMIT is not waited for by those who asked.
      await setTimeout(5);
      const [first, ...rest] = sent;
      const last = rest.pop();
      if (!first?.text.startsWith("begin") || last?.text !== "commit")
        throw new Error(`${call.path} is not one transaction: ${sent.map(({ text }) => text).join(" / ")}`);
      return { preamble: first.text, statements: rest, end: last.text };
    });
  } finally {
    held.homeroomPools = before;
    await pool.end({ timeout: 1 });
  }
}

/** The same without row security: every other statement of the scope stays. */
export function withoutRole(recorded: Recorded): Recorded {
  const preamble = recorded.preamble.replace(" set local role homeroom_tenant;", "");
  if (preamble === recorded.preamble) throw new Error("The scope sets no role");
  return { ...recorded, preamble };
}

/** One connection of postgres.js that replays recorded transactions, statements prepared and pipelined. */
export async function replayer(url: string): Promise<{
  replay: (recorded: Recorded) => Promise<unknown>;
  end: () => Promise<void>;
}> {
  const sql = connect(url);
  const connection = await sql.reserve();
  return {
    async replay({ preamble, statements, end }) {
      await connection.unsafe(preamble);
      const results = await Promise.all(
        statements.map(({ text, values }) => connection.unsafe(text, values as never[], { prepare: true })),
      );
      await connection.unsafe(end);
      return results;
    },
    async end() {
      connection.release();
      await sql.end();
    },
  };
}

/** Asks the running web server as a browser does, over connections that are kept. */
export function httpClient(port: number, sockets: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const get = (path: string, cookie: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { host: `localhost:${port}`, cookie, accept: "application/json" };
      const sent = request({ agent, host: "127.0.0.1", port, path, headers }, (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.once("end", () => {
          if (answer.statusCode === 200) resolve(bytes);
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      });
      sent.once("error", reject);
      sent.end();
    });
  return { get, end: () => agent.destroy() };
}

/** The address of these calls over HTTP, one batch as the browser sends it. */
export function pathOf(calls: readonly Call[]): string {
  const inputs = calls.map(({ input }, place) => [place, superjson.serialize(input)] as const);
  const input = encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)));
  return `/api/trpc/${calls.map(({ path }) => path).join(",")}?batch=1&input=${input}`;
}

/** The cookie of a signed-in browser. */
export async function cookieOf({ claims }: BenchSchool, secret: string): Promise<string> {
  return `homeroom.session=${await encode({ token: claims, secret })}`;
}
