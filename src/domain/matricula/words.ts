import { foldText } from "@/lib/text-keys";
import type { BloodType, CivilStatus, DocumentKind, Relationship, StudentStatus } from "../student-list";
import type { Reading } from "./reading";

/** The words of the Matrícula's closed columns: what people write for each value. */

type Words<Value extends string> = Record<Value, readonly string[]>;

const RELATIONSHIP_WORDS: Words<Relationship> = {
  father: ["Padre", "papa", "papi", "progenitor", "father", "dad"],
  mother: ["Madre", "mama", "mami", "progenitora", "mother", "mum", "mom"],
  grandfather: ["Abuelo", "abuelito", "grandfather"],
  grandmother: ["Abuela", "abuelita", "grandmother"],
  uncle: ["Tío", "uncle"],
  aunt: ["Tía", "aunt"],
  brother: ["Hermano", "brother"],
  sister: ["Hermana", "sister"],
  legal_guardian: [
    "Tutor Legal",
    "tutor",
    "tutora",
    "tutora legal",
    "representante legal",
    "guardian legal",
    "legal guardian",
  ],
  other: [
    "Otro",
    "otra",
    "otros",
    "otro familiar",
    "familiar",
    "padrino",
    "madrina",
    "padrastro",
    "madrastra",
    "primo",
    "prima",
    "vecino",
    "vecina",
    "amigo",
    "amiga",
    "transporte",
    "transportista",
    "other",
  ],
};

const CIVIL_STATUS_WORDS: Words<CivilStatus> = {
  single: ["Soltero", "soltera", "soltero a", "s", "single"],
  married: ["Casado", "casada", "casado a", "c", "married"],
  divorced: ["Divorciado", "divorciada", "divorciado a", "separado", "separada", "d", "divorced"],
  widowed: ["Viudo", "viuda", "viudo a", "v", "widowed"],
  partnership: [
    "Unión estable",
    "union estable de hecho",
    "union libre",
    "concubinato",
    "concubino",
    "concubina",
    "concubino a",
    "partnership",
  ],
};

const STATUS_WORDS: Words<StudentStatus> = {
  active: ["Activo", "activa", "regular", "inscrito", "inscrita", "cursante", "active"],
  inactive: [
    "Inactivo",
    "inactiva",
    "retirado",
    "retirada",
    "desertor",
    "desertora",
    "suspendido",
    "suspendida",
    "inactive",
  ],
  transferred: ["Transferido", "transferida", "trasladado", "trasladada", "traslado", "transferred"],
  graduated: ["Egresado", "egresada", "graduado", "graduada", "promovido a bachiller", "graduated"],
};

const DOCUMENT_KIND_WORDS: Words<DocumentKind> = {
  cedula: [
    "Cédula",
    "cedula de identidad",
    "ci",
    "c i",
    "v",
    "e",
    "dni",
    "cedula venezolana",
    "cedula extranjera",
  ],
  school_cedula: ["Cédula escolar", "ce", "c e", "cedula estudiantil"],
  passport: ["Pasaporte", "passport", "p"],
  birth_certificate: ["Partida de nacimiento", "acta de nacimiento", "partida", "acta", "birth certificate"],
  other: ["Otro", "otra", "other", "sin documento", "ninguno"],
};

const YES_NO_WORDS: Words<"yes" | "no"> = {
  yes: ["Sí", "s", "x", "1", "yes", "y", "true", "verdadero", "principal"],
  no: ["No", "n", "0", "false", "falso"],
};

function reader<Value extends string>(words: Words<Value>, code: string) {
  const byWord = new Map<string, Value>();
  for (const value of Object.keys(words) as Value[])
    for (const word of words[value]) byWord.set(foldText(word), value);
  return (text: string): Reading<Value> => {
    const value = byWord.get(foldText(text));
    return value === undefined ? { ok: false, code } : { ok: true, value };
  };
}

/** Padre, Madre, Abuelo …; `padrino`, `vecina` and other known ties are Otro, with nothing lost but the word. */
export const readRelationship = reader(RELATIONSHIP_WORDS, "matricula.relationshipUnknown");

/** Soltero, Casada, Unión estable de hecho …, of either gender. */
export const readCivilStatus = reader(CIVIL_STATUS_WORDS, "matricula.civilStatusUnknown");

/** Activo, Inactivo, Retirado, Transferido, Egresado …, of either gender. */
export const readStatus = reader(STATUS_WORDS, "matricula.statusUnknown");

/** Cédula, Cédula escolar, Pasaporte … */
export const readDocumentKind = reader(DOCUMENT_KIND_WORDS, "matricula.documentKindUnknown");

const readYesOrNo = reader(YES_NO_WORDS, "matricula.yesNoUnknown");

/** Sí and No, also as X, 1 and TRUE. */
export function readYesNo(text: string): Reading<boolean> {
  const read = readYesOrNo(text);
  return read.ok ? { ok: true, value: read.value === "yes" } : read;
}

const MINUS = /^[-−–—]|NEG/u;
const PLUS = /^\+|POS/u;

/**
 * A blood type: `O+`, `o positivo`, `ORH+`, `A Rh (-)`, `0+` with a nought. Without a sign, or with a question mark, it
 * is refused: a guess would be worse than none.
 */
export function readBloodType(text: string): Reading<BloodType> {
  const bare = text
    .toUpperCase()
    .replace(/RH|FACTOR|GRUPO|TIPO|[\s().,:"']/gu, "")
    .replace(/^0/, "O");
  const [, group, sign = ""] = /^(AB|A|B|O)(.+)$/u.exec(bare) ?? [];
  const signs = /^(?:[-−–—+]|POSITIV[OA]|NEGATIV[OA]|POS|NEG)$/u;
  if (group === undefined || !signs.test(sign)) return { ok: false, code: "matricula.bloodTypeUnknown" };
  const isNegative = MINUS.test(sign) && !PLUS.test(sign);
  return { ok: true, value: `${group}${isNegative ? "-" : "+"}` as BloodType };
}
