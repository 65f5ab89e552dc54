import type { OperatorTx } from "@/db/operator";
import { studentImportRows, studentImports } from "@/db/schema/tenant/student-imports";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import type { RowProblem } from "@/domain/matricula/read-row";
import type { ImportChange, ImportVerdict } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";

/** A checked import for the school of the screenshots: rows of every kind, so that its page shows all that it can. */

const NEW = 18;
const UNCHANGED = 183;

type Row = {
  verdict: ImportVerdict;
  name: string;
  document: string;
  changes?: ImportChange[];
  problems?: RowProblem[];
};

const change = (field: string, before: string | null, after: string, conflict = false): ImportChange => ({
  ...{ field, before, after, conflict },
});
const birth = (value: string, code: string): RowProblem[] => [
  { column: "P", field: "student.birthDate", value, code, fatal: true },
];

const CHANGED: Row[] = [
  {
    ...{ verdict: "changed", name: "Mateo Quintero", document: "V34118902" },
    changes: [
      change("student.section", "B", "A"),
      change("guardian.primary.mobilePhone", "+582415550117", "+584145550142"),
    ],
  },
  {
    ...{ verdict: "changed", name: "Amara Okafor", document: "E84220417" },
    changes: [change("student.address", "Av. Bolívar, Naguanagua", "Urb. El Viñedo, Valencia")],
  },
  {
    ...{ verdict: "changed", name: "Daniela Salas", document: "V34902115" },
    changes: [
      change("student.birthDate", "2017-03-12", "2017-03-21"),
      change("guardian.secondary", null, "Nelly Salas"),
    ],
  },
  {
    ...{ verdict: "changed", name: "Noor Haddad", document: "E84665208" },
    changes: [change("student.homePhone", "+582415550133", "+582415550181", true)],
  },
];
const WRONG: Row[] = [
  ["32/05/2016", "identity.dayImpossible"],
  ["mayo 2017", "identity.dayUnreadable"],
  ["", "matricula.missing"],
].map(([value = "", code = ""], n) => ({
  ...{ verdict: "error", name: `Abril Lugo ${n + 1}`, document: `V3500000${n}` },
  problems: birth(value, code),
}));

function plain(verdict: ImportVerdict, count: number, from: number): Row[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ verdict, name: `Estudiante ${from + n}`, document: `V${36_000_000 + from + n}` },
  }));
}

/** Adds it; `tx` has entered the school's placement. */
export async function addImport(tx: OperatorTx, organizationId: string, createdBy: string): Promise<void> {
  const importId = newId();
  const rows = [...CHANGED, ...WRONG, ...plain("new", NEW, 1), ...plain("unchanged", UNCHANGED, 100)];
  const fields = MATRICULA_COLUMNS.map(({ field }) => field);
  await tx.db.insert(studentImports).values({
    ...{ organizationId, id: importId, fileName: "matricula-2026.xls", byteSize: 680_448, format: "xls" },
    ...{ sheet: "Matrícula", headerRow: 3, titleYear: "2026-2027", state: "checked", rowCount: rows.length },
    ...{ headers: MATRICULA_COLUMNS.map(({ header }) => header), mapping: fields },
    ...{ matches: fields.map(() => "name" as const), createdBy, startedBy: createdBy, checkedAt: new Date() },
    counts: {
      ...{ total: rows.length, new: NEW, changed: CHANGED.length, unchanged: UNCHANGED, error: WRONG.length },
      ...{ created: NEW, updated: CHANGED.length - 1, fields: 6, conflicts: 1, warned: 0 },
    },
  });
  await tx.db.insert(studentImportRows).values(
    rows.map(({ changes = [], problems = [], ...row }, index) => ({
      ...{ organizationId, id: newId(), importId, rowNumber: index + 4, cells: [], changes, problems },
      kept: changes.filter(({ conflict }) => conflict).map(({ field }) => field),
      ...row,
    })),
  );
}
