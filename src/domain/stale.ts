/** A field that somebody else saved while a form with an older value was open. */
export type StaleField = {
  field: string;
  /** What stands there now. */
  theirs: unknown;
  /** As the audit log names them; empty where it does not tell. */
  by: string;
  at: Date | null;
};

/** Whether two values of a field are the same, as JSON writes them. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What a form changes of a row: `changed` are the fields given with another value than the row has, but for those that
 * were left as the form was loaded (`base`); `stale` are those of them that somebody else has changed since.
 */
export function judgeChange<Values extends Record<string, unknown>>(
  found: Values,
  given: { [Field in keyof Values]?: Values[Field] | undefined },
  base: { [Field in keyof Values]?: Values[Field] | undefined } = {},
): { changed: (keyof Values & string)[]; stale: (keyof Values & string)[] } {
  const fields: (keyof Values & string)[] = Object.keys(given);
  const left = (field: keyof Values) => base[field] !== undefined && isSameValue(given[field], base[field]);
  const changed = fields.filter(
    (field) => given[field] !== undefined && !left(field) && !isSameValue(given[field], found[field]),
  );
  const stale = changed.filter(
    (field) => base[field] !== undefined && !isSameValue(base[field], found[field]),
  );
  return { changed, stale };
}
