import type { CivilStatus, DocumentKind, Gender, Relationship, StudentStatus } from "../student-list";

/** The template's own words for what records hold as codes; it is in Spanish whatever language the school works in. */
export const WRITTEN_WORDS = {
  status: {
    active: "Activo",
    inactive: "Inactivo",
    transferred: "Transferido",
    graduated: "Graduado",
  } satisfies Record<StudentStatus, string>,
  gender: { female: "Femenino", male: "Masculino" } satisfies Record<Gender, string>,
  document_kind: {
    cedula: "Cédula",
    school_cedula: "Cédula escolar",
    passport: "Pasaporte",
    birth_certificate: "Partida de nacimiento",
    other: "Otro",
  } satisfies Record<DocumentKind, string>,
  relationship: {
    father: "Padre",
    mother: "Madre",
    grandfather: "Abuelo",
    grandmother: "Abuela",
    uncle: "Tío",
    aunt: "Tía",
    brother: "Hermano",
    sister: "Hermana",
    legal_guardian: "Tutor Legal",
    other: "Otro",
  } satisfies Record<Relationship, string>,
  civil_status: {
    single: "Soltero",
    married: "Casado",
    divorced: "Divorciado",
    widowed: "Viudo",
    partnership: "Concubinato",
  } satisfies Record<CivilStatus, string>,
};

/** Sí, No. */
export function writtenYesNo(value: boolean): string {
  return value ? "Sí" : "No";
}

/** A cédula as people write it, V-31026149, for one that is kept as V31026149. */
export function writtenCedula(cedula: string): string {
  return cedula.replace(/^([VE])(?=\d)/, "$1-");
}

/** A Venezuelan phone in the local form, 0412-3644981, however it is kept; any other stays as it is. */
export function writtenPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  const [, area, number] = /^(?:0|58|0058)([24]\d{2})(\d{7})$/.exec(digits) ?? [];
  return area && number ? `0${area}-${number}` : phone;
}

/** The heading over the lists of the school, and the title of the year. */
export function matriculaTitles(school: string, year: string): [string, string] {
  return [`${school} — Lista de estudiantes`, `Matrícula ${year}`.trim()];
}
