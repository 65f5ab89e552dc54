import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";

/** Which columns of the file are plain fields of which record. */

/** Written by the place of the row, or by rules of their own. */
const NOT_PLAIN = new Set(["year", "grade", "section", "age"]);
/** Of the tie to one child; all other columns of a representative are of the person, or declared by the child's form. */
const OF_TIE = new Set(["relationship", "isPrimaryContact"]);
/** By which a person is known: never declared. */
const OF_NAME = new Set(["firstNames", "lastNames", "cedula"]);

function attributes(prefix: string, without: ReadonlySet<string> = new Set()): string[] {
  return MATRICULA_COLUMNS.flatMap(({ field }) => {
    const attribute = field.slice(prefix.length);
    return field.startsWith(prefix) && !without.has(attribute) ? [attribute] : [];
  });
}

export const STUDENT_FIELDS = attributes("student.", NOT_PLAIN);
export const HEALTH_FIELDS = attributes("health.");
/** What a child's form may say otherwise than the person's own record. */
export const DECLARED_FIELDS = attributes("guardian.primary.", new Set([...OF_TIE, ...OF_NAME]));
export const AUTHORIZED_FIELDS = attributes("authorized.1.");
