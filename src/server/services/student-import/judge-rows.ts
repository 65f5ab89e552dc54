import { sql } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { recordEvents } from "../audit";
import { holdOf } from "./hold";
import type { PlannedRow } from "./plan/types";
import { planOf } from "./plan-of";
import { changeImport, lockImport } from "./states";

/** Checks the rows of an import that waits for it: a verdict for each, and whether an admin must say yes. */
export async function judgeRows(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockImport(tx, id, ["checking", "checked", "held", "cancelled", "failed"]);
    if (found.state !== "checking") return;
    const { plan, school } = await planOf(tx, found, (_row, { conflict }) => !conflict, { lock: false });
    await writeVerdicts(tx, id, plan.rows);
    const hold = await holdOf(tx, { affected: plan.counts.updated, students: school.studentCount });
    await changeImport(tx, id, {
      ...{ state: hold ? "held" : "checked", hold, counts: plan.counts, creates: plan.creates },
      ...{ checkedAt: new Date(), confirmedBy: null },
    });
    await recordEvents(tx, [
      {
        action: "import.checked",
        subject: { type: "import", id, name: found.fileName },
        after: { ...plan.counts, isHeld: hold !== null },
      },
    ]);
  });
}

const AT_ONCE = 500;

async function writeVerdicts(tx: TenantTx, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const given = rows.slice(start, start + AT_ONCE).map((row) => ({
      row_number: row.rowNumber,
      verdict: row.verdict,
      student_id: row.verdict === "new" ? null : row.studentId,
      name: row.name,
      document: row.document,
      changes: row.changes.map(({ taken: _taken, ...change }) => change),
      problems: row.problems,
      // What somebody edited by hand stays, unless a person chooses otherwise.
      kept: row.changes.flatMap(({ field, taken }) => (taken ? [] : [field])),
    }));
    await tx.db.execute(sql`
      update ${studentImportRows} as line set
        verdict = given.verdict, student_id = given.student_id, name = given.name, document = given.document,
        changes = given.changes, problems = given.problems, kept = given.kept, applied = false
      from jsonb_populate_recordset(null::${studentImportRows}, ${JSON.stringify(given)}::jsonb) as given
      where line.organization_id = ${tx.actor.organizationId} and line.import_id = ${importId}
        and line.row_number = given.row_number`);
  }
}
