import { formatCedula } from "./cedula";

/** The number by which the country knows a person, as people read it; empty where there is none. */
export function numberOf(person: { cedula: string | null; schoolCedula: string | null }): string {
  return person.cedula ? formatCedula(person.cedula) : (person.schoolCedula ?? "");
}
