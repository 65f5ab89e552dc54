import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { matriculaSheet } from "@/domain/matricula/write";
import { matriculaInput } from "@/domain/student-export";
import { writeWorkbook } from "@/lib/workbook";
import { exportMatricula, findYearByName } from "@/server/services/student-export";
import { UserError } from "../lib/user-error";
import { actorIn } from "./actor";
import type { Open } from "./context";
import { printJson } from "./output";

type Options = { out: string; year?: string; health?: true; income?: true };

/** `students export`. */
export function registerExport(students: Command, open: Open): void {
  students
    .command("export")
    .description("Write the school's Matrícula as an .xlsx in the template's 122 columns.")
    .requiredOption("--out <file>", "where the workbook is written; a file that is there is replaced")
    .option("--year <name>", "only the students of this school year, such as 2025-2026")
    .option("--health", "with the columns about health, which are left empty else")
    .option("--income", "with the guardians' monthly income, which is left empty else")
    .addHelpText(
      "after",
      "\nEvery student of the school is in it, but those merged into another record. The log tells of it, and of health\nand income that were taken out.",
    )
    .action(({ out, year, health, income }: Options, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const school = requireSchool();
        const actor = await actorIn(school);
        const found = year === undefined ? undefined : await findYearByName(actor, { name: year });
        if (year !== undefined && !found)
          throw new UserError(`There is no school year ${year} at ${school}.`);
        const input = matriculaInput.parse({
          yearId: found?.id,
          ...{ health: health ?? false, income: income ?? false },
        });
        const matricula = await exportMatricula(actor, input);
        await save(out, await writeWorkbook([matriculaSheet(matricula)]));
        const count = matricula.rows.length;
        const columns = MATRICULA_COLUMNS.length;
        if (json)
          return printJson({ file: out, students: count, columns, year: matricula.year, ...pick(input) });
        console.log(`${out}: ${count} ${count === 1 ? "student" : "students"} in ${columns} columns.`);
      }),
    );
}

function pick({ health, income }: { health: boolean; income: boolean }) {
  return { health, income };
}

async function save(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
