import { personKeys } from "@/domain/identity/keys";
import { GUARDIAN_TYPES, type GuardianType } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { foldText } from "@/lib/text-keys";
import type { FileRow, Guardian, Link, School, Student } from "./types";
import { fullName, problem } from "./values";

/** A representative of the file: somebody whom the school knows, or who is new. */
export type Person = {
  /** As the school has them. */
  known: Guardian | undefined;
  /** As they will be; changed while the plan is made. */
  after: Guardian;
  /** The row that names them first: what later rows call them otherwise is only told. */
  namedBy: number;
};
/** A block of a row with somebody in it. */
export type Block = { type: GuardianType; person: Person };

/**
 * The representatives of each row. A person is known by the cédula; without one, it is the child's present guardian of
 * the same type and name, or somebody new. What keeps a block out is noted as a warning of its row.
 */
export function findPeople(
  rows: readonly { row: FileRow; student: Student | undefined }[],
  school: School,
): Block[][] {
  const people = new Map<string, Person>();
  const byCedula = new Map(
    school.guardians.flatMap((one) => (one.cedula ? [[one.cedula, one] as const] : [])),
  );
  const byId = new Map(school.guardians.map((one) => [one.id, one]));
  const linkOf = new Map(school.links.map((link) => [`${link.studentId} ${link.type}`, link]));
  return rows.map(({ row, student }) => {
    const blocks: Block[] = [];
    for (const type of GUARDIAN_TYPES) {
      const names = namesOf(row, type);
      const cedula = cedulaOf(row, type);
      if (!names && cedula === undefined) continue;
      const link = student && linkOf.get(`${student.id} ${type}`);
      const known = cedula === undefined ? namesake(link, names, byId) : byCedula.get(cedula);
      const key = known?.id ?? cedula ?? `${row.rowNumber} ${type}`;
      const before = people.get(key);
      if (!before && !known && !names) {
        row.problems.push(
          problem(`guardian.${type}.firstNames`, "matricula.personWithoutName", { fatal: false }),
        );
        continue;
      }
      const person = before ?? newPerson(school, known, row.rowNumber);
      if (blocks.some((block) => block.person === person)) {
        const value = cedula ?? fullName(person.after);
        row.problems.push(
          problem(`guardian.${type}.cedula`, "matricula.samePersonTwice", { value, fatal: false }),
        );
        continue;
      }
      if (!before) {
        people.set(key, person);
        if (!known) Object.assign(person.after, names, { cedula: cedula ?? null });
      } else if (names) warnOfOtherName(row, type, names, before);
      blocks.push({ type, person });
    }
    return blocks;
  });
}

type Names = { firstNames: string; lastNames: string };

/** What the block calls the person, undefined where it gives no name. */
export function namesOf({ values }: FileRow, type: GuardianType): Names | undefined {
  const firstNames = values.get(`guardian.${type}.firstNames`);
  const lastNames = values.get(`guardian.${type}.lastNames`);
  if (firstNames === undefined && lastNames === undefined) return undefined;
  return { firstNames: String(firstNames ?? ""), lastNames: String(lastNames ?? "") };
}

function cedulaOf({ values }: FileRow, type: GuardianType): string | undefined {
  const value = values.get(`guardian.${type}.cedula`);
  return value === undefined ? undefined : String(value);
}

function namesake(
  link: Link | undefined,
  names: Names | undefined,
  byId: ReadonlyMap<string, Guardian>,
): Guardian | undefined {
  const present = link && byId.get(link.guardianId);
  return present && names && foldText(fullName(present)) === foldText(fullName(names)) ? present : undefined;
}

function newPerson(school: School, known: Guardian | undefined, namedBy: number): Person {
  return {
    known,
    namedBy,
    after: known ? { ...known, imported: { ...known.imported } } : blankGuardian(school),
  };
}

function blankGuardian(school: School): Guardian {
  const now = new Date();
  return {
    ...{ organizationId: school.organizationId, id: newId(), documentKind: "cedula", cedula: null },
    ...{ firstNames: "", lastNames: "", sortKey: "", searchKey: "", gender: null, birthDate: null },
    ...{ nationality: "", civilStatus: null, mobilePhone: "", homePhone: "", workPhone: "", email: "" },
    ...{ address: "", education: "", profession: "", occupation: "", workplace: "", workAddress: "" },
    ...{ monthlyIncome: null, notes: "", userId: null, mergedIntoId: null, imported: {} },
    ...{ createdAt: now, updatedAt: now },
  };
}

function warnOfOtherName(row: FileRow, type: GuardianType, names: Names, { after, namedBy }: Person): void {
  const said = fullName(names);
  if (foldText(said) === foldText(fullName(after))) return;
  row.problems.push(
    problem(`guardian.${type}.firstNames`, "matricula.otherName", {
      ...{ value: said, fatal: false },
      values: { row: namedBy, name: fullName(after) },
    }),
  );
}

/** Puts the sorting and searching keys of everybody right, after the names are settled. */
export function settleKeys(people: Iterable<Person>): void {
  for (const { after } of people) Object.assign(after, personKeys(after));
}
