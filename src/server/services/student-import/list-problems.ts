import { and, asc, eq, sql } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ImportIdInput } from "@/domain/student-import";
import { MAX_SHOWN_PROBLEMS } from "@/domain/student-import-list";
import { headersByField, type ShownProblem, shownProblem } from "./list-rows";
import { readImport } from "./states";

type ProblemGroup = {
  /** A key of the `errors` messages: what is wrong and what to do. */
  code: string;
  field: string;
  column: string;
  header: string;
  fatal: boolean;
  /** Rows that have it, of which the first are shown. */
  count: number;
  rows: (ShownProblem & { rowNumber: number; name: string })[];
};

/** What is wrong with the file, by repair: one group for each problem of a column, those that keep rows out first. */
export async function listProblems(actor: OrganizationActor, { id }: ImportIdInput): Promise<ProblemGroup[]> {
  return readInOrganization(actor, async (tx) => {
    const [found, rows] = await Promise.all([
      readImport(tx, id),
      tx.db
        .select({
          rowNumber: studentImportRows.rowNumber,
          name: studentImportRows.name,
          verdict: studentImportRows.verdict,
          problems: studentImportRows.problems,
        })
        .from(studentImportRows)
        .where(
          and(
            eq(studentImportRows.organizationId, actor.organizationId),
            eq(studentImportRows.importId, id),
            sql`jsonb_array_length(${studentImportRows.problems}) > 0`,
          ),
        )
        .orderBy(asc(studentImportRows.rowNumber)),
    ]);
    const headerOf = headersByField(found);
    const groups = new Map<string, ProblemGroup>();
    for (const { rowNumber, name, problems } of rows)
      for (const each of problems) {
        const problem = shownProblem(each, headerOf);
        const { code, field, column, header, fatal } = problem;
        const key = `${fatal} ${code} ${field}`;
        const group = groups.get(key) ?? { code, field, column, header, fatal, count: 0, rows: [] };
        groups.set(key, group);
        group.count += 1;
        if (group.rows.length < MAX_SHOWN_PROBLEMS) group.rows.push({ ...problem, rowNumber, name });
      }
    return [...groups.values()].sort((a, b) => Number(b.fatal) - Number(a.fatal) || b.count - a.count);
  });
}
