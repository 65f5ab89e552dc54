import { GUARDIAN_TYPES, type GuardianType } from "../student-list";

/**
 * The 122 columns of the Matrícula template, in order: what an import reads and an export writes. Three blocks of
 * representatives bear the same header names, and two of authorised persons.
 */

export const COLUMN_TYPES = [
  "text",
  "name",
  "date",
  "number",
  "integer",
  "cedula",
  "school_cedula",
  "document_kind",
  "gender",
  "phone",
  "email",
  "grade",
  "section",
  "year",
  "status",
  "blood_type",
  "relationship",
  "civil_status",
  "yes_no",
  /** Follows from others: written, never read. */
  "derived",
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What the values of a column may be shown to: all who see the record, or who has the permission of the kind. */
export type Sensitivity = "health" | "income";

export type MatriculaColumn = {
  /** Such as `student.firstNames`, `health.allergies`, `guardian.primary.mobilePhone`, `authorized.1.notes`. */
  field: string;
  header: string;
  type: ColumnType;
  /** A row without it stays out; `cedula` is given up for a cédula escolar. */
  required?: true;
  sensitive?: Sensitivity;
};

type Given = [
  field: string,
  header: string,
  type: ColumnType,
  more?: Pick<MatriculaColumn, "required" | "sensitive">,
];

const REQUIRED = { required: true } as const;
const HEALTH = { sensitive: "health" } as const;

const STUDENT: Given[] = [
  ["student.year", "Año escolar", "year"],
  ["student.grade", "Grado", "grade", REQUIRED],
  ["student.section", "Sección", "section", REQUIRED],
  ["student.code", "Código", "text"],
  ["student.listNumber", "Número de lista", "integer"],
  ["student.status", "Estatus", "status"],
  ["student.enteredOn", "Fecha de ingreso", "date"],
  ["student.entryKind", "Tipo de ingreso", "text"],
  ["student.previousSchool", "Plantel de procedencia", "text"],
  ["student.lastNames", "Apellido", "name", REQUIRED],
  ["student.firstNames", "Nombre", "name", REQUIRED],
  ["student.nationality", "Nacionalidad", "text"],
  ["student.documentKind", "Tipo de documento", "document_kind"],
  ["student.cedula", "Cédula de identidad", "cedula", REQUIRED],
  ["student.schoolCedula", "Cédula escolar", "school_cedula"],
  ["student.birthDate", "Fecha de nacimiento", "date", REQUIRED],
  ["student.age", "Edad", "derived"],
  ["student.gender", "Género", "gender", REQUIRED],
  ["student.birthCountry", "País de nacimiento", "text"],
  ["student.birthState", "Estado de nacimiento", "text"],
  ["student.birthMunicipality", "Municipio de nacimiento", "text"],
  ["student.birthCity", "Ciudad de nacimiento", "text"],
  ["student.address", "Dirección", "text"],
  ["student.homePhone", "Teléfono de habitación", "phone"],
  ["student.emergencyPhone", "Teléfono de emergencia", "phone"],
  ["student.email", "Correo electrónico", "email"],
  ["health.bloodType", "Tipo de sangre", "blood_type", HEALTH],
  ["health.allergies", "Alergias", "text", HEALTH],
  ["health.conditions", "Condición médica", "text", HEALTH],
  ["health.medication", "Medicamentos", "text", HEALTH],
  ["health.weightKg", "Peso", "number", HEALTH],
  ["health.heightCm", "Talla", "number", HEALTH],
  ["student.shirtSize", "Talla de camisa", "text"],
  ["student.trouserSize", "Talla de pantalón", "text"],
  ["student.shoeSize", "Talla de zapatos", "text"],
  ["student.handedness", "Lateralidad", "text"],
  ["student.religion", "Religión", "text"],
  ["student.livesWith", "Vive con", "text"],
  ["student.transport", "Transporte", "text"],
  ["student.notes", "Observaciones", "text"],
];

const GUARDIAN: Given[] = [
  ["relationship", "Parentesco", "relationship"],
  ["firstNames", "Nombre", "name"],
  ["lastNames", "Apellido", "name"],
  ["documentKind", "Tipo de documento", "document_kind"],
  ["cedula", "Cédula de identidad", "cedula"],
  ["gender", "Género", "gender"],
  ["birthDate", "Fecha de nacimiento", "date"],
  ["nationality", "Nacionalidad", "text"],
  ["civilStatus", "Estado civil", "civil_status"],
  ["mobilePhone", "Teléfono celular", "phone"],
  ["homePhone", "Teléfono de habitación", "phone"],
  ["workPhone", "Teléfono de oficina", "phone"],
  ["email", "Correo electrónico", "email"],
  ["address", "Dirección", "text"],
  ["education", "Nivel de instrucción", "text"],
  ["profession", "Profesión", "text"],
  ["occupation", "Ocupación", "text"],
  ["workplace", "Lugar de trabajo", "text"],
  ["workAddress", "Dirección de trabajo", "text"],
  ["monthlyIncome", "Ingreso mensual", "number", { sensitive: "income" }],
  ["isPrimaryContact", "Contacto principal", "yes_no"],
  ["notes", "Observaciones", "text"],
];

const AUTHORIZED: Given[] = [
  ["firstNames", "Nombre", "name"],
  ["lastNames", "Apellido", "name"],
  ["relationship", "Parentesco", "relationship"],
  ["cedula", "Cédula de identidad", "cedula"],
  ["mobilePhone", "Teléfono celular", "phone"],
  ["homePhone", "Teléfono de habitación", "phone"],
  ["email", "Correo electrónico", "email"],
  ["notes", "Observaciones", "text"],
];

/** The places of persons besides the guardians. */
export const AUTHORIZED_PLACES = [1, 2] as const;

function block(prefix: string, of: string, given: readonly Given[]): MatriculaColumn[] {
  return given.map(([field, header, type, more]) => ({
    field: `${prefix}.${field}`,
    header: `${header} de ${of}`,
    type,
    ...more,
  }));
}

export const MATRICULA_COLUMNS: readonly MatriculaColumn[] = [
  ...STUDENT.map(([field, header, type, more]) => ({ field, header, type, ...more })),
  ...GUARDIAN_TYPES.flatMap((type: GuardianType) => block(`guardian.${type}`, "Representante", GUARDIAN)),
  ...AUTHORIZED_PLACES.flatMap((place) => block(`authorized.${place}`, "Autorizado", AUTHORIZED)),
];

const BY_FIELD = new Map(MATRICULA_COLUMNS.map((column) => [column.field, column]));

/** The column of a field; throws on a field that the template does not have. */
export function columnOf(field: string): MatriculaColumn {
  const column = BY_FIELD.get(field);
  if (!column) throw new Error(`The Matrícula has no ${field}`);
  return column;
}
