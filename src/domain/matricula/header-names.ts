import { GUARDIAN_TYPES } from "../student-list";
import { AUTHORIZED_PLACES, MATRICULA_COLUMNS } from "./columns";
import { type ColumnOwner, headerKey } from "./header-words";

/** Other names of the template's columns, by owner and attribute; the template's own are known from its columns. */
const OTHER_NAMES: Record<ColumnOwner, Record<string, readonly string[]>> = {
  student: {
    "student.year": ["periodo escolar", "periodo", "año lectivo", "año académico", "período académico"],
    "student.grade": [
      "grado o año",
      "año y grado",
      "grado a cursar",
      "curso",
      "año que cursa",
      "grado que cursa",
    ],
    "student.section": ["sección asignada", "sección a cursar"],
    "student.code": ["matrícula", "expediente", "código interno", "número de matrícula"],
    "student.listNumber": ["n° de lista", "lista"],
    "student.status": ["condición", "situación", "estado actual"],
    "student.enteredOn": ["fecha de inscripción", "ingreso", "fecha de entrada"],
    "student.entryKind": ["condición de ingreso", "modalidad de ingreso"],
    "student.previousSchool": [
      "procedencia",
      "colegio de procedencia",
      "institución de procedencia",
      "escuela de procedencia",
      "plantel anterior",
    ],
    "student.nationality": ["país de origen"],
    "student.documentKind": ["tipo de identificación", "tipo de cédula"],
    "student.cedula": ["cédula", "documento de identidad", "identidad", "documento"],
    "student.schoolCedula": ["c. escolar", "ce"],
    "student.birthDate": ["nacimiento", "fecha nac"],
    "student.birthCountry": ["país"],
    "student.birthState": ["entidad federal", "entidad", "entidad federal de nacimiento"],
    "student.birthMunicipality": ["municipio"],
    "student.birthCity": ["lugar de nacimiento", "ciudad"],
    "student.address": ["dirección de habitación", "dirección actual"],
    "student.homePhone": ["teléfono", "teléfono local"],
    "student.emergencyPhone": ["teléfono en caso de emergencia"],
    "student.email": ["correo"],
    "health.bloodType": ["grupo sanguíneo", "sangre", "tipaje"],
    "health.allergies": ["alergia", "alérgico a"],
    "health.conditions": ["enfermedad", "enfermedades", "condición de salud", "patología", "padecimiento"],
    "health.medication": ["medicamento", "medicina", "tratamiento", "medicación"],
    "health.weightKg": ["peso kg", "peso en kg"],
    "health.heightCm": ["estatura", "altura", "talla cm", "estatura en cm", "talla en cm"],
    "student.shirtSize": ["camisa", "franela", "talla franela", "talla chemise"],
    "student.trouserSize": ["pantalón"],
    "student.shoeSize": ["zapatos", "calzado", "talla calzado", "número de calzado"],
    "student.handedness": ["mano dominante", "mano"],
    "student.religion": ["credo", "culto"],
    "student.livesWith": ["convive con", "con quien vive"],
    "student.transport": ["medio de transporte", "tipo de transporte"],
  },
  guardian: {
    relationship: ["relación", "vínculo", "nexo", "filiación"],
    documentKind: ["tipo de identificación"],
    cedula: ["cédula", "documento de identidad", "identidad", "documento"],
    birthDate: ["nacimiento"],
    civilStatus: ["estado conyugal"],
    mobilePhone: ["celular", "teléfono"],
    homePhone: ["teléfono local"],
    workPhone: ["teléfono de trabajo", "teléfono del lugar de trabajo"],
    email: ["correo"],
    address: ["dirección de habitación"],
    education: [
      "grado de instrucción",
      "nivel educativo",
      "instrucción",
      "nivel académico",
      "grado de estudio",
    ],
    profession: ["profesión u oficio"],
    occupation: ["oficio", "cargo", "trabajo"],
    workplace: ["empresa", "donde trabaja", "sitio de trabajo", "centro de trabajo"],
    monthlyIncome: ["sueldo", "salario", "ingreso", "ingreso familiar", "sueldo mensual"],
    isPrimaryContact: ["contacto"],
  },
  authorized: {
    relationship: ["relación", "vínculo", "nexo", "filiación"],
    cedula: ["cédula", "documento de identidad", "identidad", "documento"],
    mobilePhone: ["celular", "teléfono"],
    homePhone: ["teléfono local"],
    email: ["correo"],
  },
};

const OF_OTHERS = / de (?:Representante|Autorizado)$/;

function attributesOf(owner: ColumnOwner): Map<string, string> {
  const prefix = { student: "", guardian: "guardian.primary.", authorized: "authorized.1." }[owner];
  const byKey = new Map<string, string>();
  for (const { field, header } of MATRICULA_COLUMNS) {
    const isOurs = owner === "student" ? /^(?:student|health)\./.test(field) : field.startsWith(prefix);
    if (isOurs) byKey.set(headerKey(header.replace(OF_OTHERS, "")), field.slice(prefix.length));
  }
  for (const [attribute, names] of Object.entries(OTHER_NAMES[owner]))
    for (const name of names) {
      const key = headerKey(name);
      if (!byKey.has(key)) byKey.set(key, attribute);
    }
  return byKey;
}

/** What each name of a column means, by owner: the template's own names go before others. */
export const ATTRIBUTES: Record<ColumnOwner, ReadonlyMap<string, string>> = {
  student: attributesOf("student"),
  guardian: attributesOf("guardian"),
  authorized: attributesOf("authorized"),
};

/** How many persons of the kind a row has room for. */
export const ROOM: Record<Exclude<ColumnOwner, "student">, number> = {
  guardian: GUARDIAN_TYPES.length,
  authorized: AUTHORIZED_PLACES.length,
};

/** The field of a person's attribute, for the first, second or third of them. */
export function personField(owner: "guardian" | "authorized", place: number, attribute: string): string {
  return owner === "guardian"
    ? `guardian.${GUARDIAN_TYPES[place - 1]}.${attribute}`
    : `authorized.${AUTHORIZED_PLACES[place - 1]}.${attribute}`;
}
