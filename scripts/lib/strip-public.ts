/**
 * A tenant migration without the schema `public`: the generator writes `REFERENCES "public"."classes"`, but
 * `search_path` decides where a tenant's tables live. Only the qualifier goes; text in quotes stays.
 */
export function stripPublic(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"public"\./g, (match) => (match === '"public".' ? "" : match));
}
