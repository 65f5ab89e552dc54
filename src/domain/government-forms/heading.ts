import type { Settings } from "../setting-list";
import { FORM_TITLES, type GovernmentForm, type OfficialSchool } from "./rules";

/** How the ministry knows the school: by its name and address here, where nothing else is set. */
export function officialSchool(
  name: string,
  settings: Pick<Settings, `official.${keyof OfficialSchool}` | "contact.address">,
): OfficialSchool {
  return {
    name: settings["official.name"] || name,
    deaCode: settings["official.deaCode"],
    statisticalCode: settings["official.statisticalCode"],
    dependencyCode: settings["official.dependencyCode"],
    address: settings["official.address"] || settings["contact.address"],
    municipality: settings["official.municipality"],
    state: settings["official.state"],
    director: settings["official.director"],
  };
}

/** What heads a form: the school as the ministry knows it, and the year. */
export function formFacts(school: OfficialSchool, year: string): [string, string][] {
  return [
    ["Plantel", school.name],
    ["Código DEA", school.deaCode],
    ["Código estadístico", school.statisticalCode],
    ["Código de dependencia", school.dependencyCode],
    ["Dirección", school.address],
    ["Municipio", school.municipality],
    ["Entidad federal", school.state],
    ["Director(a)", school.director],
    ["Año escolar", year],
  ];
}

/** Who signs a form. */
export function formSignatures(school: OfficialSchool): string[] {
  return [school.director ? `Director(a): ${school.director}` : "Director(a)", "Sello del plantel"];
}

/** "1er Grado", "A" as forms and files name a section. */
export function sectionTitle({ gradeName, sectionName }: { gradeName: string; sectionName: string | null }) {
  return sectionName === null ? `${gradeName} (sin sección)` : `${gradeName} ${sectionName}`;
}

/** The code and title of a form as a page carries them. */
export function formTitle(form: GovernmentForm): { code: string; title: string } {
  return FORM_TITLES[form];
}
