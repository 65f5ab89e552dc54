import { and, eq, isNull, sql } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { ChooseChangesInput } from "@/domain/student-import";
import { recordEvents } from "../audit";
import { holdOf } from "./hold";
import { changeImport, lockImport } from "./states";

/**
 * Says of changes whether they are made: those of these rows and fields, or all of the import. How many students change
 * is counted anew, and with it whether an admin must say yes.
 */
export async function chooseChanges(
  actor: OrganizationActor,
  { id, rows, take }: ChooseChangesInput,
): Promise<{ changed: number }> {
  return inOrganization(actor, async (tx) => {
    const { fileName, counts } = await lockImport(tx, id, ["checked", "held"]);
    const fieldsOf = sql`(select jsonb_agg(one ->> 'field') from jsonb_array_elements(line.changes) as one)`;
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows ?? [])}::jsonb) as given ("rowNumber" int, fields jsonb)`;
    // Of a row, only fields that would change can be chosen.
    const chosen = rows
      ? sql`(select jsonb_agg(field) from jsonb_array_elements_text(given.fields) as field where ${fieldsOf} ? field)`
      : fieldsOf;
    const kept = take
      ? sql`(select coalesce(jsonb_agg(field), '[]') from jsonb_array_elements_text(line.kept) as field
          where not coalesce(${chosen}, '[]') ? field)`
      : sql`(select coalesce(jsonb_agg(distinct field), '[]')
          from jsonb_array_elements_text(line.kept || coalesce(${chosen}, '[]')) as field)`;
    const found = await tx.db.execute(sql`
      update ${studentImportRows} as line set kept = ${kept}
      ${rows ? sql`from ${given}` : sql``}
      where line.organization_id = ${actor.organizationId} and line.import_id = ${id} and line.verdict = 'changed'
        ${rows ? sql`and line.row_number = given."rowNumber"` : sql``}
      returning line.row_number`);
    const [updated, all] = await Promise.all([countChanging(tx, id), countStudents(tx)]);
    const hold = await holdOf(tx, { affected: updated, students: all });
    await changeImport(tx, id, { state: hold ? "held" : "checked", hold, counts: { ...counts, updated } });
    await recordEvents(tx, [
      {
        action: "import.changes_chosen",
        subject: { type: "import", id, name: fileName },
        after: { rows: found.length, take },
      },
    ]);
    return { changed: found.length };
  });
}

/** Rows of which at least one change is made. */
function countChanging(tx: TenantTx, importId: string): Promise<number> {
  const { organizationId, verdict, changes, kept } = studentImportRows;
  return tx.db.$count(
    studentImportRows,
    and(
      ...[eq(organizationId, tx.actor.organizationId), eq(studentImportRows.importId, importId)],
      eq(verdict, "changed"),
      sql`exists (select from jsonb_array_elements(${changes}) as one where not ${kept} ? (one ->> 'field'))`,
    ),
  );
}

function countStudents(tx: TenantTx): Promise<number> {
  return tx.db.$count(
    students,
    and(eq(students.organizationId, tx.actor.organizationId), isNull(students.mergedIntoId)),
  );
}
