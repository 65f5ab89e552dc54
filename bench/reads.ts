import type { DatabaseUrls } from "../scripts/lib/database";
import type { BenchSchool } from "./data";
import { interleave, type Timing } from "./measure";
import {
  type Call,
  callerOf,
  cookieOf,
  httpClient,
  pathOf,
  type Recorded,
  recording,
  replayer,
  withoutRole,
} from "./ways";

export type Ways = { sql: Timing; withoutRowSecurity: Timing; caller: Timing; http: Timing };
export type ReadResult = { name: string; ways: Ways; perSecond: number };

/** What a page asks at once, in one request of the browser. */
type Read = { name: string; schools: BenchSchool[]; calls: (school: BenchSchool) => Call[] };

export type Setting = {
  urls: DatabaseUrls;
  authSecret: string;
  port: number;
  runs: number;
  warmUp: number;
};

const PAGE = { limit: 50 };
const CONNECTIONS = 20;

/** The reads that people wait for, in schools of both sizes. */
export function reads(small: BenchSchool[], large: BenchSchool): Read[] {
  const sizes = [
    { size: "1,000", schools: small },
    { size: "50,000", schools: [large] },
  ];
  return sizes.flatMap(({ size, schools }) => [
    { name: `users, first page, of ${size}`, schools, calls: () => [usersList({ ...PAGE })] },
    {
      name: `users, "garcia", of ${size}`,
      schools,
      calls: () => [usersList({ ...PAGE, search: "garcia" })],
    },
    {
      name: `students, first page, of ${size}`,
      schools,
      calls: () => [studentsList({ ...PAGE })],
    },
    {
      name: `students, "garcia", of ${size}`,
      schools,
      calls: () => [studentsList({ ...PAGE, search: "garcia" })],
    },
    { name: `class page, of ${size}`, schools, calls: classPage },
    { name: `dashboard, of ${size}`, schools, calls: dashboard },
  ]);
}

type ListInput = { limit: number; search?: string; cursor?: string };

/** One page of the users list. */
export function usersList(input: ListInput): Call {
  return { path: "user.list", input, by: (caller) => caller.user.list(input) };
}

/** One page of the students, each with whom the school calls. */
function studentsList(input: ListInput): Call {
  return { path: "student.list", input, by: (caller) => caller.student.list(input) };
}

/** A class with its coaches and counts, and the first page of its roster. */
function classPage({ classId: id }: BenchSchool): Call[] {
  const roster = { id, ...PAGE };
  return [
    { path: "class.get", input: { id }, by: (caller) => caller.class.get({ id }) },
    { path: "class.roster", input: roster, by: (caller) => caller.class.roster(roster) },
  ];
}

/** What waits for the administrator, with figures; a month of charts; the latest events. */
function dashboard(): Call[] {
  const range = { range: "30d" as const };
  const recent = { limit: 6 };
  return [
    { path: "dashboard.get", by: (caller) => caller.dashboard.get() },
    { path: "dashboard.trends", input: range, by: (caller) => caller.dashboard.trends(range) },
    { path: "audit.recent", input: recent, by: (caller) => caller.audit.recent(recent) },
  ];
}

/** One read in the four ways, round by round from school to school; then over HTTP by twenty at once. */
export async function measureRead({ name, schools, calls }: Read, setting: Setting): Promise<ReadResult> {
  const { urls, port, authSecret } = setting;
  const prepared = await recording(urls.app, async (record) => {
    const all = [];
    for (const school of schools) {
      const asked = calls(school);
      const sql: Recorded[] = [];
      for (const call of asked) sql.push(await record(school, call));
      const cookie = await cookieOf(school, authSecret);
      all.push({ school, calls: asked, sql, bare: sql.map(withoutRole), path: pathOf(asked), cookie });
    }
    return all;
  });
  const at = (round: number) => {
    const found = prepared[round % prepared.length];
    if (!found) throw new Error("There are no schools to read");
    return found;
  };
  const [app, operator] = await Promise.all([replayer(urls.app), replayer(urls.operator)]);
  const http = httpClient(port, CONNECTIONS);
  try {
    await sameAnswers(at(0), app.replay, operator.replay);
    const ways = await interleave(
      {
        sql: (round) => inTurn(at(round).sql, app.replay),
        withoutRowSecurity: (round) => inTurn(at(round).bare, operator.replay),
        caller: async (round) => {
          const caller = await callerOf(at(round).school);
          return Promise.all(at(round).calls.map(({ by }) => by(caller)));
        },
        http: (round) => http.get(at(round).path, at(round).cookie),
      },
      setting,
    );
    const perSecond = await throughput(setting.runs, (round) => http.get(at(round).path, at(round).cookie));
    return { name, ways, perSecond };
  } finally {
    http.end();
    await Promise.all([app.end(), operator.end()]);
  }
}

type Replay = (recorded: Recorded) => Promise<unknown>;

// Two ways that answer differently are no comparison.
async function sameAnswers(
  { sql, bare }: { sql: Recorded[]; bare: Recorded[] },
  asTenant: Replay,
  asOperator: Replay,
): Promise<void> {
  const [one, other] = await Promise.all([inTurn(sql, asTenant), inTurn(bare, asOperator)]);
  const text = JSON.stringify(one);
  if (text !== JSON.stringify(other)) throw new Error("Row security changes the answer");
  if (text.length < 500) throw new Error(`Nothing to measure: ${text}`);
}

// One connection, one transaction after the other.
async function inTurn(recorded: Recorded[], replay: Replay): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const one of recorded) answers.push(await replay(one));
  return answers;
}

async function throughput(requests: number, ask: (round: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const began = performance.now();
  const client = async () => {
    while (next < requests) await ask(next++);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return (requests * 1000) / (performance.now() - began);
}

export type DepthResult = { pages: number; first: Timing; deep: Timing };

/** The first page against the last ten, reached by following the cursors one by one. */
export async function measureDepth(
  large: BenchSchool,
  { runs, warmUp }: Pick<Setting, "runs" | "warmUp">,
): Promise<DepthResult> {
  const cursors: (string | undefined)[] = [undefined];
  const caller = await callerOf(large);
  for (;;) {
    const { nextCursor } = await caller.user.list({ ...PAGE, cursor: cursors.at(-1) });
    if (nextCursor === null) break;
    cursors.push(nextCursor);
  }
  const last = cursors.slice(-10);
  const ask = async (cursor: string | undefined) => (await callerOf(large)).user.list({ ...PAGE, cursor });
  const timings = await interleave(
    { first: () => ask(undefined), deep: (round) => ask(last[round % last.length]) },
    { runs, warmUp },
  );
  return { pages: cursors.length, ...timings };
}
