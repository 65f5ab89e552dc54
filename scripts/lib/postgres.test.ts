import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { SCRATCH } from "./paths";
import { type Cluster, clusterIsAlive, startCluster, stopCluster } from "./postgres";
import { DATA_FOLDER } from "./postgres-files";
import { isAlive, until } from "./processes";
import { UserError } from "./user-error";

// These write to the disk in earnest.
vi.setConfig({ testTimeout: 120_000 });

let home: string;
let cluster: Cluster | undefined;
const start = async (superuserPassword = "a-pass word/with: signs") => {
  cluster = await startCluster({ home, id: "postgres-test", superuserPassword, tuning: "durable" });
  return cluster;
};

beforeAll(() => {
  mkdirSync(SCRATCH, { recursive: true });
  home = mkdtempSync(join(SCRATCH, "launcher-"));
});
afterEach(async () => {
  if (cluster) await stopCluster(cluster);
});
afterAll(() => {
  for (const folder of new Set([home, cluster?.home ?? home]))
    rmSync(folder, { recursive: true, force: true });
});

async function query<T>(text: string): Promise<T | undefined> {
  if (!cluster) throw new Error("no cluster");
  const sql = connect(cluster.url());
  try {
    const [row] = await sql.unsafe<[{ value: T }]>(text);
    return row?.value;
  } finally {
    await sql.end();
  }
}

test("makes a UTF-8 cluster that listens on loopback alone and wants a password", async () => {
  const { port } = await start();
  expect(
    await query(
      "select pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || datlocale as value from pg_database where datname = 'postgres'",
    ),
  ).toBe("UTF8 b C.UTF-8");
  expect(
    await query(
      "select current_setting('listen_addresses') || current_setting('unix_socket_directories') as value",
    ),
  ).toBe("127.0.0.1");
  expect(await query("select upper('ñá') as value")).toBe("ÑÁ");
  const stranger = connect(`postgres://postgres:wrong@127.0.0.1:${port}/postgres`);
  await expect(stranger`select 1`).rejects.toThrow("password authentication failed");
  await stranger.end();
});

test("a second start is on the same port with the same data, and stopping leaves no process", async () => {
  const first = await start();
  await query("create table kept as select 1 as value");
  await stopCluster(first);
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect([second.reused, second.port]).toEqual([false, first.port]);
  expect(await query("select value from kept")).toBe(1);
});

test("a running server is reused, by two at once too", async () => {
  const first = await start();
  const [second, third] = await Promise.all([start(), start()]);
  expect([second, third].map(({ pid, reused }) => ({ pid, reused }))).toEqual(
    [1, 2].map(() => ({ pid: first.pid, reused: true })),
  );
});

test("what was committed survives kill -9, and the server's number may belong to another program by then", async () => {
  const first = await start();
  await query("create table survivor as select 7 as value");
  process.kill(first.pid, "SIGKILL");
  expect(await until(() => !clusterIsAlive(first), 5_000)).toBe(true);
  const lock = join(first.home, DATA_FOLDER, "postmaster.pid");
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(process.ppid)));
  const second = await start();
  expect(second.pid).not.toBe(first.pid);
  expect(await query("select value from survivor")).toBe(7);
});

test("a taken port gives another one", async () => {
  const first = await start();
  await stopCluster(first);
  const squatter = createServer().listen(first.port, "127.0.0.1");
  try {
    expect((await start()).port).not.toBe(first.port);
  } finally {
    squatter.close();
  }
});

test("secrets of another installation are told in one line", async () => {
  await start();
  const right = cluster;
  await expect(start("another-password")).rejects.toThrow(UserError);
  cluster = right;
});

test("a half-made data directory of a killed start is cleared away", async () => {
  const first = await start();
  await stopCluster(first);
  rmSync(join(first.home, DATA_FOLDER), { recursive: true });
  mkdirSync(join(first.home, "init-4194304"));
  await start();
  expect(existsSync(join(first.home, "init-4194304"))).toBe(false);
});
