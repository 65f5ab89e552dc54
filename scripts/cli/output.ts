import { CommanderError } from "commander";
import { SettingError } from "@/lib/env";
import { DomainError } from "@/server/errors";
import { oneLine, UserError } from "../lib/user-error";
import { say } from "./words";

type Cell = string | number | boolean | Date | null | undefined;

/** One row of what a command answers with. */
export type Row = Record<string, Cell>;

/** Writes `value` as JSON on one line. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value));
}

/** Writes rows as a table for people, or as JSON for programs. */
export function printRows(rows: readonly Row[], { json = false }: { json?: boolean } = {}): void {
  if (json) printJson(rows);
  else console.log(table(rows));
}

/** Rows under their names, columns aligned. */
export function table(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return "(none)";
  const names = Object.keys(first);
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return "-";
  return value instanceof Date ? value.toISOString() : String(value);
}

/** What was asked for was done, and its answer, which is told already, is no. */
export class Refuted extends Error {}

/** Says on standard error what went wrong, in one line where a person can mend it. Returns the exit code. */
export function report(error: unknown): 0 | 1 | 2 {
  // commander has said it itself; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Refuted)) console.error(explain(error));
  return 1;
}

// What is neither a person's to mend nor a rule of the domain is a fault of the program and keeps its stack.
function explain(error: unknown): unknown {
  if (error instanceof DomainError) return say(`errors.${error.key}`, error.values);
  return error instanceof UserError || error instanceof SettingError ? oneLine(error) : error;
}
