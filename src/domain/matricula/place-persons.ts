import type { ColumnMatch } from "../student-import-list";
import { personField, ROOM } from "./header-names";
import type { ColumnOwner } from "./header-words";

/** A column whose attribute is known, before it is said which person's it is. */
export type FoundColumn = {
  index: number;
  owner: ColumnOwner;
  attribute: string;
  match: ColumnMatch;
  place: number | undefined;
  tag: string | undefined;
};

/** Whether a row has something in a column. */
type IsFilled = (row: number, column: number) => boolean;
type PlacedColumn = FoundColumn & { field: string };

/** Columns by which it is seen whether a row has the person at all. */
const ANCHOR = "firstNames";

/**
 * Says which person each column is of. A heading may number or name them; else headings that repeat are told apart by
 * their neighbourhood (a person's columns stand together) or, where that does not come out, by their order; and where a
 * column has values in rows that lack the person, by what the rows hold.
 */
export function placePersons(
  found: readonly FoundColumn[],
  rowCount: number,
  isFilled: IsFilled,
): PlacedColumn[] {
  const students = found.flatMap((column) =>
    column.owner === "student" ? [{ ...column, field: column.attribute }] : [],
  );
  const persons = (["guardian", "authorized"] as const).flatMap((owner) => {
    const columns = found.filter((column) => column.owner === owner);
    const places = settle(columns, placesOf(columns, ROOM[owner]), rowCount, isFilled);
    return columns.flatMap((column, index) => {
      const place = places[index];
      return place !== undefined && place <= ROOM[owner]
        ? [{ ...column, field: personField(owner, place, column.attribute) }]
        : [];
    });
  });
  return [...students, ...persons];
}

function placesOf(columns: readonly FoundColumn[], room: number): (number | undefined)[] {
  const numbered = columns.some(({ place }) => place !== undefined);
  const tags = [...new Set(columns.flatMap(({ tag }) => tag ?? []))];
  if (numbered || tags.length > 0) {
    const said = new Set(columns.flatMap(({ place }) => place ?? []));
    const free = Array.from({ length: room }, (_, index) => index + 1).filter((place) => !said.has(place));
    const ofTag = new Map(tags.map((tag, index) => [tag, free[index]]));
    const rest = free.filter((place) => ![...ofTag.values()].includes(place))[0] ?? 1;
    return columns.map(({ place, tag }) => place ?? (tag === undefined ? rest : ofTag.get(tag)));
  }
  const together = byNeighbourhood(columns);
  return Math.max(0, ...together) <= room ? together : byOrder(columns);
}

/** A new person begins where a heading comes that the present one has already. */
function byNeighbourhood(columns: readonly FoundColumn[]): number[] {
  let place = 1;
  let seen = new Set<string>();
  return columns.map(({ attribute }) => {
    if (seen.has(attribute)) {
      place += 1;
      seen = new Set();
    }
    seen.add(attribute);
    return place;
  });
}

/** The second "Nombre de Representante" is of the second representative. */
function byOrder(columns: readonly FoundColumn[]): number[] {
  const counts = new Map<string, number>();
  return columns.map(({ attribute }) => {
    const place = (counts.get(attribute) ?? 0) + 1;
    counts.set(attribute, place);
    return place;
  });
}

/**
 * Exchanges columns of one heading among the persons where that leaves fewer values without a person: what was shuffled
 * is told by its gaps. Where the order fits as well as any other it stays.
 */
function settle(
  columns: readonly FoundColumn[],
  places: (number | undefined)[],
  rowCount: number,
  isFilled: IsFilled,
): (number | undefined)[] {
  const settled = [...places];
  const anchors = new Map<number, number>();
  for (const [index, column] of columns.entries())
    if (column.attribute === ANCHOR) anchors.set(places[index] ?? 0, column.index);
  if (anchors.size < 2 || rowCount === 0) return settled;
  // Filled without its person, or empty though most rows of the person have it.
  const misfit = (column: number, place: number) => {
    const anchor = anchors.get(place);
    if (anchor === undefined) return rowCount;
    let count = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const filled = isFilled(row, column);
      const present = isFilled(row, anchor);
      if (filled !== present) count += filled ? 2 : 1;
    }
    return count;
  };
  for (const attribute of new Set(columns.map((column) => column.attribute))) {
    const at = columns.flatMap((column, index) => (column.attribute === attribute ? [index] : []));
    if (attribute === ANCHOR || at.length < 2 || at.length > anchors.size) continue;
    if (at.some((index) => columns[index]?.place !== undefined || columns[index]?.tag !== undefined))
      continue;
    const given = at.map((index) => places[index] ?? 0);
    const strays = (order: readonly number[]) =>
      at.reduce((sum, index, n) => sum + misfit(columns[index]?.index ?? 0, order[n] ?? 0), 0);
    let best = { order: given, strays: strays(given) };
    for (const order of orders([...anchors.keys()], at.length)) {
      const count = strays(order);
      if (count < best.strays) best = { order, strays: count };
    }
    for (const [n, index] of at.entries()) settled[index] = best.order[n];
  }
  return settled;
}

/** Every way to give `count` columns a person each. */
function orders(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return places.flatMap((place) =>
    orders(
      places.filter((other) => other !== place),
      count - 1,
    ).map((rest) => [place, ...rest]),
  );
}
