import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Logger, runOnce } from "graphile-worker";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { applyImportInput, checkImportInput } from "@/domain/student-import";
import {
  applyImport,
  cancelImport,
  checkImport,
  eraseImport,
  exportFailed,
  getImport,
  listImports,
  undoImport,
  uploadImport,
  workOnImport,
} from "@/server/services/student-import";
import { APART } from "../../../tests/support/cluster";
import { useTestDatabase } from "../../../tests/support/database";
import { eventsAbout } from "../../../tests/support/look";
import { refusal } from "../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../tests/support/schools";
import {
  checkedImport,
  doneImport,
  goodRow,
  matriculaFile,
  recordsOf,
} from "../../../tests/support/student-imports";
import { storage } from "../adapters/storage/storage";
import { eraseStudentImport, workOnStudentImport } from "./student-imports";

const { urls } = await useTestDatabase();
const WAIT = { timeout: 30_000, interval: 50 };

let owner: Sql;
beforeAll(() => {
  owner = connect(urls.owner, { max: 2 });
});
afterAll(() => owner.end());

function runQueue() {
  return runOnce({
    connectionString: urls.worker,
    taskList: { "work-on-student-import": workOnStudentImport, "erase-student-import": eraseStudentImport },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}

/** Keeps every import from writing the history of students, until it is let go. */
async function holdWriting(placement: string): Promise<() => Promise<void>> {
  const held = await owner.reserve();
  await held.unsafe(`begin; lock table ${placement}.student_statuses in access exclusive mode`);
  return async () => {
    await held.unsafe("commit");
    held.release();
  };
}

/** How many wait for that. */
async function waiting(placement: string): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from pg_locks
    where not granted and relation = ${`${placement}.student_statuses`}::regclass`;
  return row?.count ?? 0;
}

describe.each(["app", APART])("imports into a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const other = () => school.actor(school.people.ADMIN);
  const start = (id: string) => applyImport(admin(), applyImportInput.parse({ id, confirm: true }));
  const stateOf = async (id: string) => (await getImport(admin(), { id })).state;
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("go through the queue, each step when it is asked for, and the log names who asked", async () => {
    const content = readFileSync("tests/fixtures/matricula-215.xls").toString("base64");
    const { id } = await uploadImport(admin(), { fileName: "matricula.xls", content });
    expect(await stateOf(id)).toBe("reading");
    await runQueue();
    expect(await stateOf(id)).toBe("mapped");
    await checkImport(admin(), checkImportInput.parse({ id }));
    expect(await stateOf(id)).toBe("checking");
    await runQueue();
    expect(await stateOf(id)).toBe("checked");
    await start(id);
    expect(await getImport(admin(), { id })).toMatchObject({
      state: "applying",
      progress: { done: 0, total: 215 },
    });
    await runQueue();
    expect(await getImport(admin(), { id })).toMatchObject({
      state: "done",
      progress: { done: 215, total: 215 },
    });
    await undoImport(admin(), { id });
    await runQueue();
    expect(await stateOf(id)).toBe("undone");
    const events = await eventsAbout(urls.operator, school, id);
    const { name } = school.people.ORG_ADMIN;
    for (const action of ["import.applied", "import.undone"])
      expect(events.find((event) => event.action === action)).toMatchObject({ via: "job", onBehalfOf: name });
  });

  test("are seen while they write, one at a time, and stopped without a trace", async () => {
    const [first, second] = [
      await checkedImport(admin(), matriculaFile([goodRow(1), goodRow(2)])),
      await checkedImport(other(), matriculaFile([goodRow(3)])),
    ];
    const letGo = await holdWriting(placement);
    await start(first);
    const writing = workOnImport(admin(), { id: first });
    await vi.waitFor(async () => expect(await waiting(placement)).toBe(1), WAIT);
    expect(await getImport(admin(), { id: first })).toMatchObject({
      state: "applying",
      progress: { total: 2 },
    });
    expect((await listImports(other(), { limit: 5 })).running).toMatchObject({
      id: first,
      state: "applying",
    });
    expect(await refusal(applyImport(other(), { id: second, confirm: false }))).toMatchObject({
      ...{ kind: "conflict", key: "importFile.busy" },
      values: { name: school.people.ORG_ADMIN.name, file: "students.xlsx" },
    });
    // Another process keeps out of it.
    expect(await workOnImport(admin(), { id: first })).toBe("busy");
    expect(await cancelImport(other(), { id: first })).toEqual({ id: first, isStopping: true });
    await letGo();
    await writing;
    expect(await getImport(admin(), { id: first })).toMatchObject({
      ...{ state: "cancelled", cancelRequestedBy: school.people.ADMIN.name },
    });
    expect(Object.values(await recordsOf(urls.operator, school)).flat()).toEqual([]);
    // Nobody is at it any more.
    await applyImport(other(), { id: second, confirm: false });
    await workOnImport(other(), { id: second });
    expect(await stateOf(second)).toBe("done");
  });

  test("that two people begin at the same moment are begun once", async () => {
    const ids = await Promise.all([
      checkedImport(admin(), matriculaFile([goodRow(1)])),
      checkedImport(other(), matriculaFile([goodRow(1)])),
    ]);
    const begun = await Promise.allSettled(
      ids.map((id, n) => applyImport(n === 0 ? admin() : other(), { id, confirm: false })),
    );
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [one = "", later = ""] = begun[0]?.status === "fulfilled" ? ids : ids.toReversed();
    await workOnImport(admin(), { id: one });
    expect(await stateOf(one)).toBe("done");
    // What the other one's check said does not hold any longer.
    expect(await refusal(start(later))).toMatchObject({ key: "importFile.checkAgain" });
    await checkImport(admin(), checkImportInput.parse({ id: later }), { inBackground: false });
    await workOnImport(admin(), { id: later });
    expect((await getImport(admin(), { id: later })).counts).toMatchObject({ new: 0, unchanged: 1 });
  });

  test("are erased once they are over: the file, the cells, what was noted, and the undo", async () => {
    const id = await doneImport(admin(), matriculaFile([goodRow(1), goodRow(2, { "student.gender": "?" })]));
    const key = `schools/${school.id}/imports/${id}`;
    expect(await storage().exists(key)).toBe(true);
    expect((await exportFailed(admin(), { id })).rows).toHaveLength(1);
    await eraseImport(admin(), { id });
    expect(await storage().exists(key)).toBe(false);
    expect(await getImport(admin(), { id })).toMatchObject({
      state: "done",
      undoUntil: null,
      counts: { created: 1, error: 1 },
    });
    expect(await refusal(exportFailed(admin(), { id }))).toMatchObject({ key: "importFile.gone" });
    expect(await refusal(undoImport(admin(), { id }))).toMatchObject({ key: "importFile.undoOver" });
    expect((await recordsOf(urls.operator, school)).students).toHaveLength(1);
  });
});

test("a process that dies while it writes leaves nothing half done, and the queue goes on with it", async () => {
  const school = await makeSchool(urls.operator, "app");
  const admin = school.actor(school.people.ORG_ADMIN);
  const letGo = await holdWriting("app");
  const env = { ...process.env, DATABASE_OWNER_URL: urls.owner, DATABASE_URL: urls.app };
  const file = "tests/fixtures/matricula-215.xls";
  const child = spawn(
    process.execPath,
    ["scripts/cli.mjs", "students", "import", "--school", school.slug, "--file", file],
    { env, stdio: "ignore" },
  );
  await vi.waitFor(async () => expect(await waiting("app")).toBe(1), { timeout: 90_000, interval: 100 });
  child.kill("SIGKILL");
  await once(child, "exit");
  await letGo();
  // The server has noticed that nobody is there.
  const locks = () => owner`
    select 1 from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'relation' and d.datname = current_database() and l.relation = 'app.students'::regclass`;
  await vi.waitFor(async () => expect(await locks()).toHaveLength(0), WAIT);
  const [running] = (await listImports(admin, { limit: 5 })).rows;
  expect(running).toMatchObject({ state: "applying" });
  expect(Object.values(await recordsOf(urls.operator, school)).flat()).toEqual([]);
  await runQueue();
  expect(await getImport(admin, { id: running?.id ?? "" })).toMatchObject({
    state: "done",
    counts: { created: 215 },
  });
  expect((await recordsOf(urls.operator, school)).students).toHaveLength(215);
}, 150_000);
