import { setImmediate } from "node:timers/promises";
import type { ImportChange, ImportVerdict } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { planAuthorized } from "./authorized";
import { settleDeclared } from "./declare";
import { identify } from "./identify";
import { type Block, findPeople, type Person, settleKeys } from "./people";
import { createdFor, placer } from "./place";
import { isSame, planHealth, planStudent } from "./student";
import { planTies, sayNames, settlePickUp, type Tie } from "./ties";
import type { Decide, FileRow, Link, Place, Plan, PlannedRow, School, Student, Write } from "./types";
import { fullName } from "./values";

/** Rows planned before others are answered again. */
const AT_ONCE = 200;

type Found = { row: FileRow; student: Student | undefined; place: Place };

/**
 * What would become of every row, and what is to be written for it, from what the school has: nothing is read or
 * written here. `decide` says of each change of what is there whether it is made.
 */
export async function planImport(
  rows: readonly FileRow[],
  school: School,
  decide: Decide,
  newGrades: readonly string[] = [],
): Promise<Plan> {
  const places = placer(school);
  const found: Found[] = [];
  const identified = identify(rows, school);
  const planned = new Map<number, PlannedRow>();
  for (const [index, row] of rows.entries()) {
    const { student, problems } = identified[index] ?? { student: undefined, problems: [] };
    row.problems.push(...problems);
    const isReadable = !row.problems.some(({ fatal }) => fatal);
    const { place, problems: misplaced } = isReadable
      ? places.find(row, student)
      : { place: undefined, problems: [] };
    row.problems.push(...misplaced);
    planned.set(row.rowNumber, plannedRow(row, student));
    if (place) found.push({ row, student, place });
  }
  const noteFor = (rowNumber: number) => (change: ImportChange) => {
    const taken = decide(rowNumber, change);
    planned.get(rowNumber)?.changes.push({ ...change, taken });
    return taken;
  };
  const writes = await planRecords(found, school, { places, noteFor, planned });
  finish(planned, found, writes);
  const all = [...planned.values()];
  const used = [...new Map(found.map(({ place }) => [place.sectionId, place])).values()];
  const creates = createdFor(used, newGrades);
  return { rows: all, creates, places: used, counts: countRows(all, writes.blocks), writes: writes.records };
}

type Given = {
  places: ReturnType<typeof placer>;
  noteFor: (rowNumber: number) => (change: ImportChange) => boolean;
  planned: ReadonlyMap<number, PlannedRow>;
};

async function planRecords(found: readonly Found[], school: School, { places, noteFor, planned }: Given) {
  const blocksOf = findPeople(found, school);
  const people = new Map<string, Person>();
  for (const blocks of blocksOf) for (const { person } of blocks) people.set(person.after.id, person);
  const personOf = knownPeople(school, people);
  const health = new Map(school.health.map((record) => [record.studentId, record]));
  const linksOf = grouped(school.links, ({ studentId }) => studentId);
  const authorizedOf = grouped(school.authorized, ({ studentId }) => studentId);
  const records: Plan["writes"] = {
    students: [],
    health: [],
    guardians: [],
    links: [],
    authorized: [],
    statuses: [],
  };
  const ties: Tie[] = [];
  for (const [index, { row, student, place }] of found.entries()) {
    const blocks = blocksOf[index] ?? [];
    const noteChange = noteFor(row.rowNumber);
    const note = student ? noteChange : () => true;
    const write = planStudent(row, { student, place, names: places, school }, note);
    const own = write.after ?? write.before;
    if (!own) continue;
    records.students.push(write);
    records.statuses.push(...statusLines(write, school));
    const record = planHealth(row, { student: own, health: health.get(own.id), school }, note);
    if (record) records.health.push(record);
    const present = linksOf.get(own.id) ?? [];
    // A person's names change for all of their children: also the row of a new one tells it.
    for (const block of blocks) sayNames(row, block, noteChange);
    const family = planTies(row, { student: own, present, blocks, personOf, school }, note);
    for (const link of family.gone)
      records.links.push({ rowNumber: row.rowNumber, before: link, after: null });
    const authorized = planAuthorized(
      row,
      { student: own, present: authorizedOf.get(own.id) ?? [], school },
      note,
    );
    records.authorized.push(...authorized);
    settlePickUp(family.ties, new Set(authorized.flatMap(({ after }) => after?.cedula ?? [])));
    ties.push(...family.ties);
    const line = planned.get(row.rowNumber);
    if (line) line.studentId = own.id;
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  settleKeys(people.values());
  settlePeople(ties, school, records);
  return { records, blocks: blocksOf };
}

/** The people of ties that the file leaves alone. */
function knownPeople(school: School, people: Map<string, Person>): (id: string) => Person {
  const byId = new Map(school.guardians.map((guardian) => [guardian.id, guardian]));
  return (id) => {
    const present = people.get(id);
    if (present) return present;
    const known = byId.get(id);
    if (!known) throw new Error("A tie to nobody");
    const person = { known, after: { ...known, imported: { ...known.imported } }, namedBy: 0 };
    people.set(id, person);
    return person;
  };
}

/** Settles each person with all of their forms, and adds what is to be written of both. */
function settlePeople(ties: readonly Tie[], school: School, records: Plan["writes"]): void {
  const tiesOf = grouped(ties, ({ person }) => person.after.id);
  const linksOf = grouped(school.links, ({ guardianId }) => guardianId);
  const handled = new Set([
    ...ties.map(({ after }) => after.id),
    ...records.links.flatMap(({ before }) => before?.id ?? []),
  ]);
  for (const [id, own] of tiesOf) {
    const [first] = own;
    if (!first) continue;
    const { person, rowNumber } = first;
    const others = (linksOf.get(id) ?? []).filter((link) => !handled.has(link.id));
    const declared = new Map(settleDeclared(person, own, others).map((form) => [form.link, form.declared]));
    for (const tie of own) {
      const after = { ...tie.after, declared: declared.get(tie.after) ?? {} };
      records.links.push({ rowNumber: tie.rowNumber, ...unlessSame(tie.before, after) });
    }
    for (const link of others)
      records.links.push({
        rowNumber,
        ...unlessSame<Link>(link, { ...link, declared: declared.get(link) ?? {} }),
      });
    records.guardians.push({ rowNumber, ...unlessSame(person.known ?? null, person.after) });
  }
}

function unlessSame<Row extends Record<string, unknown>>(
  before: Row | null,
  after: Row,
): { before: Row | null; after: Row } {
  return { before, after: before && isSame(before, after) ? before : after };
}

function statusLines(
  { rowNumber, before, after }: Write<Student>,
  { today, organizationId }: School,
): Plan["writes"]["statuses"] {
  if (!after || after.status === before?.status) return [];
  const since =
    before === null && after.enteredOn !== null && after.enteredOn < today ? after.enteredOn : today;
  const otherSchool = before === null ? after.previousSchool : "";
  return [
    { rowNumber, organizationId, id: newId(), studentId: after.id, status: after.status, since, otherSchool },
  ];
}

function plannedRow(row: FileRow, student: Student | undefined): PlannedRow {
  const value = (field: string) => String(row.values.get(field) ?? "");
  const name = fullName({ firstNames: value("student.firstNames"), lastNames: value("student.lastNames") });
  return {
    ...{ rowNumber: row.rowNumber, verdict: "error", isWritten: false, studentId: student?.id ?? null, name },
    document: value("student.cedula") || value("student.schoolCedula") || value("student.code"),
    ...{ changes: [], problems: row.problems },
  };
}

/** The verdict of each row that goes in, by whether there was a student and what is written for it. */
function finish(
  planned: ReadonlyMap<number, PlannedRow>,
  found: readonly Found[],
  { records }: { records: Plan["writes"] },
): void {
  for (const { row, student } of found) {
    const line = planned.get(row.rowNumber);
    if (!line) continue;
    const isChanged = line.changes.length > 0;
    line.isWritten = !student || line.changes.some(({ taken }) => taken);
    line.verdict = (student ? (isChanged ? "changed" : "unchanged") : "new") satisfies ImportVerdict;
  }
  // A "No" that becomes a "Sí" of somebody else, a right to pick up: written, though no cell of the row says it.
  for (const { rowNumber, before, after } of records.links) {
    const line = planned.get(rowNumber);
    if (line?.verdict === "unchanged" && before?.mayPickUp !== after?.mayPickUp && after) {
      line.verdict = "changed";
      line.isWritten = true;
      line.changes.push({
        ...{
          field: `guardian.${after.type}.mayPickUp`,
          before: before?.mayPickUp ?? null,
          after: after.mayPickUp,
        },
        ...{ conflict: false, taken: true },
      });
    }
  }
}

function countRows(rows: readonly PlannedRow[], blocks: readonly Block[][]): Plan["counts"] {
  const of = (verdict: ImportVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const changes = rows.flatMap((row) => (row.verdict === "changed" ? row.changes : []));
  const primaries = blocks.flatMap((each) => each.filter(({ type }) => type === "primary"));
  return {
    ...{
      total: rows.length,
      new: of("new"),
      changed: of("changed"),
      unchanged: of("unchanged"),
      error: of("error"),
    },
    created: of("new"),
    updated: rows.filter(({ verdict, isWritten }) => verdict === "changed" && isWritten).length,
    fields: changes.length,
    conflicts: changes.filter(({ conflict }) => conflict).length,
    warned: rows.filter(({ verdict, problems }) => verdict !== "error" && problems.length > 0).length,
    representatives: new Set(blocks.flat().map(({ person }) => person)).size,
    families: new Set(primaries.map(({ person }) => person)).size,
    links: blocks.flat().length,
  };
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
