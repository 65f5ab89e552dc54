import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../scripts/lib/paths";
import type { BenchSchool } from "./data";
import { matriculaOf } from "./matricula";
import { type Timing, timing } from "./measure";

export type ImportTimes = {
  parse: number[];
  dryRun: number[];
  apply: number[];
  /** Of the first import, and of all in the same process. */
  peakMegabytes: number;
  peakOfAllMegabytes: number;
  created: number;
};
export type ImportsResult = {
  rows: number;
  parse: Timing;
  dryRun: Timing;
  apply: Timing;
  /** Of dry run and writing together, in times of reading the file alone. */
  ratio: number;
} & Pick<ImportTimes, "peakMegabytes" | "peakOfAllMegabytes">;

const ROWS = 1_000;
const run = promisify(execFile);

/** A Matrícula of 1,000 rows, read, tried and written by a process of its own: each time by another school. */
export async function measureImports(schools: BenchSchool[], runs: number): Promise<ImportsResult> {
  const folder = mkdtempSync(join(tmpdir(), "homeroom-bench-"));
  try {
    const path = join(folder, "matricula.xlsx");
    writeFileSync(path, matriculaOf(ROWS));
    const ids = schools.slice(0, runs).map(({ id }) => id);
    const { stdout } = await run(
      process.execPath,
      ["--import", "tsx", "bench/imports-process.ts", path, ...ids],
      {
        ...{ cwd: ROOT, env: { ...process.env, STORAGE_DIR: folder } },
      },
    );
    const times = JSON.parse(stdout) as ImportTimes;
    if (times.created !== ROWS) throw new Error(`${times.created} of ${ROWS} students were imported`);
    const [parse, dryRun, apply] = [timing(times.parse), timing(times.dryRun), timing(times.apply)];
    const ratio = (dryRun.median + apply.median) / parse.median;
    const { peakMegabytes, peakOfAllMegabytes } = times;
    return { rows: ROWS, parse, dryRun, apply, ratio, peakMegabytes, peakOfAllMegabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
