/** Bands of ages as statistics tell them, the youngest first; the last is open. */
export const AGE_BANDS = [
  { key: "upTo5", from: 0, to: 5 },
  { key: "from6To8", from: 6, to: 8 },
  { key: "from9To11", from: 9, to: 11 },
  { key: "from12To14", from: 12, to: 14 },
  { key: "from15To17", from: 15, to: 17 },
  { key: "from18", from: 18, to: Number.POSITIVE_INFINITY },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]["key"];

/** The band of an age in whole years; below nought counts as the youngest. */
export function ageBandOf(age: number): AgeBand {
  return AGE_BANDS.find(({ to }) => age <= to)?.key ?? "from18";
}
