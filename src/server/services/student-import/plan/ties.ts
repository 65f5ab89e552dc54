import type { FieldValue } from "@/domain/matricula/read-value";
import type { GuardianType, Relationship } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { DECLARED_FIELDS } from "./fields";
import { type Block, namesOf, type Person } from "./people";
import type { Note } from "./student";
import type { FileRow, Guardian, Link, School, Student } from "./types";
import { changeOf, fullName, type Held, held, wasEdited } from "./values";

/**
 * A child's tie to a guardian while the plan is made. `said` has what its form says of the person by field, present or
 * new; what it leaves open is the person's.
 */
export type Tie = {
  rowNumber: number;
  before: Link | null;
  after: Link;
  person: Person;
  said: Map<string, Held>;
};
/** The ties of one child as they will be, and those that go. */
export type Family = { ties: Tie[]; gone: Link[] };

/** The ties of a row's student: who is in a block is tied by its type, whom the row does not name stays. */
export function planTies(
  row: FileRow,
  given: {
    student: Student;
    present: readonly Link[];
    blocks: readonly Block[];
    personOf: (id: string) => Person;
    school: School;
  },
  note: Note,
): Family {
  const { student, present, personOf, school } = given;
  const accepted = given.blocks.filter((block) => isTaken(block, present, { student, personOf }, note));
  const replaced = (link: Link) =>
    accepted.some(({ type, person }) => (link.type === type) !== (link.guardianId === person.after.id));
  const gone = present.filter(replaced);
  const ties = present
    .filter((link) => !gone.includes(link))
    .map((link) => tieOf(row, link, personOf(link.guardianId)));
  for (const { type, person } of accepted) {
    const tie = ties.find(({ after }) => after.type === type);
    if (tie) sayAgain(row, tie, note);
    else ties.push(newTie(row, { type, person }, { student, school }));
  }
  settleContact(row, ties, note);
  return { ties, gone };
}

/** Whether the block's person is the child's guardian of the type, or may become it. */
function isTaken(
  { type, person }: Block,
  present: readonly Link[],
  { student, personOf }: { student: Student; personOf: (id: string) => Person },
  note: Note,
): boolean {
  const link = present.find((each) => each.type === type);
  if (link?.guardianId === person.after.id) return true;
  return note({
    field: `guardian.${type}`,
    before: link ? fullName(personOf(link.guardianId).after) : null,
    after: fullName(person.after),
    // Tied by hand, though the child's record comes from a file.
    conflict:
      link !== undefined &&
      Object.keys(link.imported).length === 0 &&
      Object.keys(student.imported).length > 0,
  });
}

function tieOf(row: FileRow, link: Link, person: Person): Tie {
  const after = { ...link, declared: { ...link.declared }, imported: { ...link.imported } };
  return {
    rowNumber: row.rowNumber,
    before: link,
    after,
    person,
    said: new Map(Object.entries(effective(link, person.known))),
  };
}

/** What a child's form says of the person: what it declares, else the person's own record. */
function effective(link: Link, known: Guardian | undefined): Record<string, Held> {
  const record: Record<string, unknown> = { ...known };
  return Object.fromEntries(DECLARED_FIELDS.map((key) => [key, held(link.declared[key] ?? record[key])]));
}

/** Tells a present tie what the row says; names are the person's, by the first row that gives them. */
function sayAgain(row: FileRow, tie: Tie, note: Note): void {
  const { type, imported } = tie.after;
  const prefix = `guardian.${type}.`;
  const relationship = row.values.get(`${prefix}relationship`);
  if (relationship !== undefined) {
    const key = "relationship";
    const change = changeOf(prefix + key, relationship, { now: tie.after.relationship, key, imported });
    if (!change || note(change)) {
      tie.after.relationship = relationship as Relationship;
      imported[key] = relationship;
    }
  }
  // What the last import noted, since it is noted anew here.
  const noted = tie.before?.imported ?? {};
  for (const key of DECLARED_FIELDS) {
    const said = row.values.get(prefix + key);
    if (said === undefined) continue;
    const change = changeOf(prefix + key, said, { now: tie.said.get(key), key, imported: noted });
    if (change && !note(change)) continue;
    tie.said.set(key, held(said));
    imported[key] = said;
  }
}

/** A person's names by the first row that gives them; where they were edited by hand, that is a conflict. */
export function sayNames(row: FileRow, { type, person }: Block, note: Note): void {
  const names = namesOf(row, type);
  const { known, after } = person;
  if (!names || person.namedBy !== row.rowNumber) return;
  for (const key of ["firstNames", "lastNames"] as const) {
    if (names[key] === "") continue;
    const field = `guardian.${type}.${key}`;
    const change = known && changeOf(field, names[key], { now: known[key], key, imported: known.imported });
    if (change && !note(change)) continue;
    after[key] = names[key];
    after.imported[key] = names[key];
  }
}

function newTie(
  row: FileRow,
  { type, person }: Block,
  { student, school }: { student: Student; school: School },
): Tie {
  const value = (key: string): FieldValue | undefined => row.values.get(`guardian.${type}.${key}`);
  const relationship = (value("relationship") ?? "other") as Relationship;
  const said = new Map<string, Held>();
  // A kind of document is there though the row leaves it open: the import wrote that too.
  const imported: Record<string, unknown> = { relationship, documentKind: person.after.documentKind };
  for (const key of DECLARED_FIELDS) {
    const one = value(key);
    if (one === undefined) continue;
    said.set(key, held(one));
    imported[key] = one;
  }
  const now = new Date();
  const after: Link = {
    ...{
      organizationId: school.organizationId,
      id: newId(),
      studentId: student.id,
      guardianId: person.after.id,
    },
    ...{ type: type as GuardianType, relationship, isPrimaryContact: false, mayPickUp: false },
    ...{ declared: {}, imported, createdAt: now, updatedAt: now },
  };
  return { rowNumber: row.rowNumber, before: null, after, person, said };
}

/** Exactly one is whom the school calls first: who the row says, else who is, else the first. */
function settleContact(row: FileRow, ties: readonly Tie[], note: Note): void {
  const [first] = ties;
  if (!first) return;
  const isSaid = ({ after }: Tie) => row.values.get(`guardian.${after.type}.isPrimaryContact`) === true;
  const now = ties.find(({ before }) => before?.isPrimaryContact);
  const said = ties.find(isSaid);
  if (said && ties.filter(isSaid).length > 1)
    row.problems.push({
      ...{ column: "", field: `guardian.${said.after.type}.isPrimaryContact`, value: "" },
      ...{ code: "matricula.severalContacts", fatal: false },
    });
  const inOrder = ["primary", "secondary", "emergency"] as const;
  const byType = inOrder.flatMap((type) => ties.filter(({ after }) => after.type === type));
  const wanted = said ?? now ?? byType[0] ?? first;
  const isTaken =
    !now ||
    now === wanted ||
    note({
      field: `guardian.${wanted.after.type}.isPrimaryContact`,
      ...{ before: false, after: true },
      conflict: wasEdited(now.after.imported, "isPrimaryContact", true),
    });
  const contact = isTaken ? wanted : now;
  for (const tie of ties) {
    tie.after.isPrimaryContact = tie === contact;
    if (said && isTaken) tie.after.imported.isPrimaryContact = tie === contact;
  }
}

/** Who is an authorised person of the form, by cédula, may pick the child up; what was set by hand stays. */
export function settlePickUp(ties: readonly Tie[], cedulas: ReadonlySet<string>): void {
  for (const { after, person } of ties) {
    if (!person.after.cedula) continue;
    const isNamed = cedulas.has(person.after.cedula);
    const byImport = after.imported.mayPickUp === true;
    if (isNamed && !byImport) after.mayPickUp = true;
    else if (!isNamed && byImport && after.mayPickUp) after.mayPickUp = false;
    if (isNamed !== byImport) after.imported.mayPickUp = isNamed;
  }
}
