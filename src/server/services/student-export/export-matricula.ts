import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { academicYears, sections } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { Sensitivity } from "@/domain/matricula/columns";
import { matriculaCells } from "@/domain/matricula/write";
import { matriculaTitles } from "@/domain/matricula/written-words";
import type { MatriculaInput } from "@/domain/student-export";
import { MAX_MATRICULA_ROWS } from "@/domain/student-export-list";
import type { CellValue } from "@/lib/export-column";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { findMatricula, readMatricula } from "./read-matricula";
import { readings } from "./readings";
import { requireOwn } from "./require-own";

const STUDENTS_AT_ONCE = 500;

/**
 * The school's Matrícula in the columns of the template, up to 20,000 students: the titles over it, and a row of cells for
 * each. It is recorded; with health or income, which the caller has asked for and may read, as a reading of those too.
 */
export async function exportMatricula(actor: OrganizationActor, input: MatriculaInput) {
  const shown = new Set<Sensitivity>([
    ...(input.health ? ["health" as const] : []),
    ...(input.income ? ["income" as const] : []),
  ]);
  return inOrganization(actor, async (tx) => {
    const [school, , , students] = await Promise.all([
      schoolName(tx),
      requireOwn(tx, academicYears, input.yearId === undefined ? [] : [input.yearId]),
      requireOwn(tx, sections, input.sectionIds),
      findMatricula(tx, input, MAX_MATRICULA_ROWS + 1),
    ]);
    if (students.length > MAX_MATRICULA_ROWS)
      throw new DomainError("conflict", "export.tooMany", { values: { max: MAX_MATRICULA_ROWS } });
    const rows: CellValue[][] = [];
    for (let start = 0; start < students.length; start += STUDENTS_AT_ONCE) {
      const found = await readMatricula(tx, students.slice(start, start + STUDENTS_AT_ONCE), input);
      rows.push(...found.map((values) => matriculaCells(values, shown)));
    }
    const years = new Set(students.flatMap(({ year: name }) => name ?? []));
    const year = [...years].sort().join(", ");
    const subject = { type: "organization", id: actor.organizationId };
    const after = { count: rows.length, year, format: "xlsx" };
    await recordEvents(tx, [
      { action: "student.matricula_exported", subject, after },
      ...readings(shown, subject, rows.length),
    ]);
    return { titles: matriculaTitles(school, year), year, rows };
  });
}

async function schoolName(tx: TenantTx): Promise<string> {
  const [school] = await tx.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, tx.actor.organizationId));
  return school?.name ?? "";
}
