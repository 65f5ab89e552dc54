import { COLUMN_MATCHES, type ColumnMatch } from "../student-import-list";
import { ATTRIBUTES } from "./header-names";
import { type ColumnOwner, type HeaderParts, headerParts } from "./header-words";
import { resembling } from "./likeness";
import { type FoundColumn, placePersons } from "./place-persons";

/** What a file's columns mean. Fields are those of `MATRICULA_COLUMNS`; null leaves a column out. */
export type ColumnMapping = { fields: (string | null)[]; matches: ColumnMatch[] };

/**
 * Finds out what each column means by its heading, in any order: accents, case and punctuation do not count, other usual
 * names do, and a heading that is merely like one is a suggestion. Headings that stand there several times are of
 * several persons, in their order; `isFilled` (row, column) tells apart what their order does not.
 */
export function mapColumns(
  headers: readonly string[],
  rowCount = 0,
  isFilled: (row: number, column: number) => boolean = () => false,
): ColumnMapping {
  const found = findOwners(headers.map(headerParts), resembling);
  const fields: (string | null)[] = headers.map(() => null);
  const matches: ColumnMatch[] = headers.map(() => "none");
  const taken = new Set<string>();
  const placed = placePersons(found, rowCount, isFilled);
  // A heading that says it outright goes before one that is merely like it.
  for (const match of COLUMN_MATCHES)
    for (const { index, field } of placed.filter((column) => column.match === match)) {
      if (taken.has(field)) continue;
      taken.add(field);
      fields[index] = field;
      matches[index] = match;
    }
  return { fields, matches };
}

/** How many different columns are known by their names: what tells a row of headings from others. */
export function countKnown(headers: readonly string[]): number {
  const found = findOwners(headers.map(headerParts), () => undefined);
  return placePersons(found, 0, () => false).length;
}

const OWNERS = ["student", "guardian", "authorized"] as const;

function findOwners(parts: readonly HeaderParts[], likely: typeof resembling): FoundColumn[] {
  const found: FoundColumn[] = [];
  const ofStudent = new Set<string>();
  for (const [index, { owner, key, words, place, tag }] of parts.entries()) {
    if (key === "") continue;
    const named = owner ? nameOf([owner], key) : nameOf(OWNERS, key);
    const known = named ?? likely(owner ? [owner] : OWNERS, words);
    if (!known) continue;
    let { owner: whose, attribute } = known;
    // A second "Nombre" that does not say whose is a representative's, as forms go.
    if (named && !owner && whose === "student" && ofStudent.has(attribute)) {
      const other = nameOf(["guardian"], key);
      if (!other) continue;
      ({ owner: whose, attribute } = other);
    }
    if (named && whose === "student") ofStudent.add(attribute);
    found.push({ index, owner: whose, attribute, match: named ? "name" : "suggested", place, tag });
  }
  return found;
}

function nameOf(
  owners: readonly ColumnOwner[],
  key: string,
): { owner: ColumnOwner; attribute: string } | undefined {
  for (const owner of owners) {
    const attribute = ATTRIBUTES[owner].get(key);
    if (attribute !== undefined) return { owner, attribute };
  }
  return undefined;
}
