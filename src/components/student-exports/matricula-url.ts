import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsStringLiteral,
} from "nuqs/server";
import { STUDENT_STATUSES } from "@/domain/student-list";
import { isUuid } from "@/lib/ids";

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });

const matriculaParsers = {
  year: parseAsId,
  section: parseAsArrayOf(parseAsId).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(STUDENT_STATUSES)).withDefault([]),
  /** What is left empty unless it is asked for. */
  health: parseAsBoolean.withDefault(false),
  income: parseAsBoolean.withDefault(false),
};

export type MatriculaUrl = inferParserType<typeof matriculaParsers>;

export const loadMatriculaUrl = createLoader(matriculaParsers);
const serialize = createSerializer(matriculaParsers);

/** The download of the Matrícula. */
export function matriculaHref(url: Partial<MatriculaUrl>): string {
  return serialize("/api/export/matricula", url);
}
