import { cpus, totalmem } from "node:os";
import type { ImportsResult } from "./imports";
import type { InvitationsResult } from "./invitations";
import type { Timing } from "./measure";
import type { DepthResult, ReadResult } from "./reads";

/** A bar of the project, with what was measured against it. */
export type Bar = { name: string; value: number; limit: number; unit: "x" | "s" | "MB"; pass: boolean };

export type Report = {
  machine: { processors: string; memoryGiB: number; node: string };
  reads: ReadResult[];
  depth: DepthResult;
  invitations: InvitationsResult;
  imports: ImportsResult;
  bars: Bar[];
};

/** Puts what was measured beside the bars. */
export function report(
  reads: ReadResult[],
  depth: DepthResult,
  invitations: InvitationsResult,
  imports: ImportsResult,
): Report {
  const [cpu] = cpus();
  return {
    machine: {
      processors: `${cpus().length} x ${cpu?.model.trim() ?? "unknown"}`,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    reads,
    depth,
    invitations,
    imports,
    bars: [
      ...reads.map(({ name, ways }) =>
        bar(`${name}: caller / SQL`, ways.caller.median / ways.sql.median, 2, "x"),
      ),
      ...reads.map(({ name, ways }) =>
        bar(
          `${name}: SQL / without row security`,
          ways.sql.median / ways.withoutRowSecurity.median,
          1.1,
          "x",
        ),
      ),
      bar(`page ${depth.pages} / page 1 of 50,000`, depth.deep.median / depth.first.median, 1.2, "x"),
      bar("250 invitations previewed", invitations.preview.median / 1000, 1, "s"),
      bar("250 invitations stored", invitations.send.median / 1000, 2, "s"),
      bar(`${imports.rows} students tried and imported / file read`, imports.ratio, 6, "x"),
      bar(`${imports.rows} students tried and imported: memory`, imports.peakMegabytes, 400, "MB"),
    ],
  };
}

function bar(name: string, value: number, limit: number, unit: Bar["unit"]): Bar {
  return { name, value, limit, unit, pass: unit === "x" ? value <= limit : value < limit };
}

/** The report as tables for a terminal. */
export function tables({ machine, reads, depth, invitations, imports, bars }: Report): string {
  const rows: string[][] = [
    ["median / p95, ms", "(a) SQL", "(b) no row security", "(c) caller", "(d) HTTP", "HTTP, 20 at once"],
    ...reads.map(({ name, ways, perSecond }) => [
      name,
      ...[ways.sql, ways.withoutRowSecurity, ways.caller, ways.http].map(shown),
      `${perSecond.toFixed(0)}/s`,
    ]),
  ];
  const other = [
    ["median / p95, ms", "(c) caller"],
    ["users of 50,000, page 1", shown(depth.first)],
    [`users of 50,000, pages ${depth.pages - 9} to ${depth.pages}`, shown(depth.deep)],
    [`250 invitations previewed (${invitations.preview.runs} runs)`, shown(invitations.preview)],
    [`${invitations.invited} of them stored and queued`, shown(invitations.send)],
    [`${imports.rows} students: the file read (${imports.parse.runs} runs)`, shown(imports.parse)],
    [`${imports.rows} students: read and checked`, shown(imports.dryRun)],
    [`${imports.rows} students: written`, shown(imports.apply)],
    [
      `${imports.parse.runs} such imports in one process: memory`,
      `${imports.peakOfAllMegabytes.toFixed(0)} MB`,
    ],
  ];
  const verdicts = [
    ["bar", "measured", "limit", ""],
    ...bars.map(({ name, value, limit, unit, pass }) => [
      name,
      `${value.toFixed(2)} ${unit}`,
      `${limit} ${unit}`,
      pass ? "PASS" : "FAIL",
    ]),
  ];
  const head = `${machine.processors}, ${machine.memoryGiB} GiB, Node ${machine.node}, ${reads[0]?.ways.sql.runs} runs each`;
  return [head, ...[rows, other, verdicts].map(aligned)].join("\n\n");
}

function shown({ median, p95 }: Timing): string {
  return `${median.toFixed(2)} / ${p95.toFixed(2)}`;
}

function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map(line).join("\n");
}
