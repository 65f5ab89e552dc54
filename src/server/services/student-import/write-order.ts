/** Ties in two parts: whoever is the contact no longer goes before who becomes it, since there is just one. */
export function contactsLast<Row extends Record<string, unknown>>(rows: readonly Row[]): Row[][] {
  const isContact = (row: Row) => row.isPrimaryContact === true;
  return [rows.filter((row) => !isContact(row)), rows.filter(isContact)].filter((part) => part.length > 0);
}

/** Columns that may be written anew: all but whose and which record it is. */
export function keysOf(rows: readonly Record<string, unknown>[]): string[] {
  return Object.keys(rows[0] ?? {}).filter((key) => !["organizationId", "id", "createdAt"].includes(key));
}
