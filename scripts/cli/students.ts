import type { Command } from "commander";
import type { Open } from "./context";
import { registerExport } from "./export-students";
import { registerImport } from "./import-students";

/** `students import|export`. */
export function register(program: Command, open: Open): void {
  const students = program.command("students").description("The students of a school; needs --school.");
  registerImport(students, open);
  registerExport(students, open);
}
