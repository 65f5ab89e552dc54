import type { MergeChoice } from "@/domain/record-merge-list";
import { isSameValue } from "@/domain/stale";
import {
  fullName,
  GUARDIAN_TYPES,
  type GuardianType,
  MAX_AUTHORIZED,
  type StudentStatus,
} from "@/domain/student-list";
import { foldText } from "@/lib/text-keys";
import { NOTHING_KNOWN } from "../health";
import { chosenValues, healthPairs, only, PLACE_COLUMNS, studentPairs, type Values } from "./fields";
import type { Part, StudentPair } from "./read-students";

type Decided = { choices: Readonly<Record<string, MergeChoice>>; leave: readonly string[] };

/** What a merge of two students writes: a pure function of what both have and of what was chosen. */
export type StudentPlan = {
  /** Columns of the record that stays. */
  student: Values;
  /** Of its health record, where both have one; `healthMoves` where only the other has. */
  health: Values;
  healthMoves: boolean;
  /** The account of the record that goes, where only it has one. */
  account: boolean;
  moves: Record<Part, string[]>;
  links: { id: string; type: GuardianType; isPrimaryContact: boolean }[];
  authorized: { id: string; place: number }[];
  /** A change of status that says what was chosen, where the histories together would end otherwise. */
  status: StudentStatus | null;
  /** How many there would be: more than the limit is for a person to mend. */
  totals: { guardians: number; authorized: number };
};

export function planStudents({ kept, merged }: StudentPair, { choices, leave }: Decided): StudentPlan {
  const values = chosenValues(studentPairs(kept.row, merged.row), choices);
  const { place, ...fields } = values;
  const student = {
    ...fields,
    ...(place !== undefined && (place === null ? emptyPlace() : only(place as Values, PLACE_COLUMNS))),
  };
  const healthMoves = merged.health !== undefined && kept.health === undefined;
  const links = planLinks(kept.links, merged.links, leave);
  const authorized = planAuthorized(kept.authorized, merged.authorized, leave);
  const histories = joinHistories(kept.statuses, merged.statuses);
  const status = (student.status as StudentStatus | undefined) ?? kept.row.status;
  return {
    ...{
      student,
      health: planHealth({ kept, merged }, choices),
      healthMoves,
      links: links.moves,
      authorized: authorized.moves,
    },
    account: merged.row.userId !== null && kept.row.userId === null,
    moves: {
      statuses: histories.moves,
      academic: newRows(kept.academic, merged.academic, [
        "year",
        "grade",
        "section",
        "school",
        "average",
        "literal",
        "result",
        "notes",
      ]),
      // A day has one mark: that of the record that stays.
      attendance: newRows(kept.attendance, merged.attendance, ["day"]),
      incidents: merged.incidents.map(({ id }) => id),
      vaccinations: newRows(kept.vaccinations, merged.vaccinations, ["vaccine", "dose", "givenOn"]),
      documents: merged.documents.map(({ id }) => id),
    },
    status: histories.last !== null && histories.last !== status ? status : null,
    totals: { guardians: links.total, authorized: authorized.total },
  };
}

function emptyPlace(): Values {
  return Object.fromEntries(PLACE_COLUMNS.map((column) => [column, null]));
}

/** Of the health record that the student will have, be it the one that comes along, the fields that change. */
function planHealth({ kept, merged }: StudentPair, choices: Decided["choices"]): Values {
  if (!merged.health) return {};
  const chosen = chosenValues(healthPairs(healthOf(kept), merged.health), choices);
  if (kept.health) return chosen;
  const wanted: Values = { ...NOTHING_KNOWN, ...chosen };
  return Object.fromEntries(
    healthPairs(merged.health, wanted).flatMap(({ field, kept: comes, merged: stays }) =>
      isSameValue(comes, stays) ? [] : [[field, stays]],
    ),
  );
}

/** Health as it is compared, also where one of the two has none written. */
export function healthOf(side: StudentPair["kept"]): Values {
  return side.health ?? NOTHING_KNOWN;
}

type Link = StudentPair["kept"]["links"][number];

/** A guardian of both stays as the record that stays has it; of the others each takes its type, or the next free one. */
function planLinks(kept: readonly Link[], merged: readonly Link[], leave: readonly string[]) {
  const coming = merged
    .filter(({ id, guardianId }) => !leave.includes(id) && !isGuardianOf(kept, guardianId))
    .sort((one, other) => GUARDIAN_TYPES.indexOf(one.type) - GUARDIAN_TYPES.indexOf(other.type));
  const free = GUARDIAN_TYPES.filter((type) => !kept.some((link) => link.type === type));
  const moves: StudentPlan["links"] = [];
  const hasContact = kept.length > 0;
  const contact = coming.find(({ isPrimaryContact }) => isPrimaryContact) ?? coming[0];
  // Who finds their own type free takes it before the others choose.
  const own = coming.filter(({ type }) => free.includes(type));
  const left = free.filter((type) => !own.some((link) => link.type === type));
  for (const link of coming) {
    const type = own.includes(link) ? link.type : left.shift();
    if (type) moves.push({ id: link.id, type, isPrimaryContact: !hasContact && link === contact });
  }
  return { moves, total: kept.length + coming.length };
}

export function isGuardianOf(links: readonly Pick<Link, "guardianId">[], guardianId: string): boolean {
  return links.some((link) => link.guardianId === guardianId);
}

type Authorized = StudentPair["kept"]["authorized"][number];

function planAuthorized(
  kept: readonly Authorized[],
  merged: readonly Authorized[],
  leave: readonly string[],
) {
  const coming = merged.filter((person) => !leave.includes(person.id) && !isAuthorizedBy(kept, person));
  const places = Array.from({ length: MAX_AUTHORIZED }, (_, index) => index + 1);
  const free = places.filter((place) => !kept.some((person) => person.place === place));
  const moves = coming.flatMap(({ id }, index) => {
    const place = free[index];
    return place === undefined ? [] : [{ id, place }];
  });
  return { moves, total: kept.length + coming.length };
}

/** Whether one of them is the same person, by the name or the cédula. */
export function isAuthorizedBy(
  people: readonly Pick<Authorized, "firstNames" | "lastNames" | "cedula">[],
  person: Pick<Authorized, "firstNames" | "lastNames" | "cedula">,
): boolean {
  return people.some(
    (one) =>
      foldText(fullName(one)) === foldText(fullName(person)) ||
      (one.cedula !== null && one.cedula === person.cedula),
  );
}

type Status = StudentPair["kept"]["statuses"][number];

/** The two histories in one; of the record that goes, a day that says what stands beside it anyway is left where it is. */
function joinHistories(kept: readonly Status[], merged: readonly Status[]) {
  const all = [...kept, ...merged].sort(
    (one, other) => compare(one.since, other.since) || compare(one.id, other.id),
  );
  const joined: Status[] = [];
  for (const [index, row] of all.entries()) {
    const isKept = kept.includes(row);
    const next = all[index + 1];
    const repeats =
      joined.at(-1)?.status === row.status ||
      (next !== undefined && kept.includes(next) && next.status === row.status);
    if (isKept || !repeats) joined.push(row);
  }
  return {
    moves: joined.flatMap((row) => (kept.includes(row) ? [] : [row.id])),
    last: joined.at(-1)?.status ?? null,
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Rows that the record that stays does not have yet, in so many words. */
function newRows<Row extends { id: string }>(
  kept: readonly Row[],
  merged: readonly Row[],
  fields: readonly (keyof Row & string)[],
): string[] {
  const isTwin = (one: Row, other: Row) => isSameValue(only(one, fields), only(other, fields));
  return merged.filter((row) => !kept.some((one) => isTwin(one, row))).map(({ id }) => id);
}
