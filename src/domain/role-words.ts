import { foldText } from "@/lib/text-keys";
import type { Role } from "./roles";

/**
 * Words by which people name a role in a list, in English and Spanish. A bare "administrador" is left out on
 * purpose: it may mean the school's or the platform's, and a right is not given by guessing.
 */
const WORDS: Record<Role, readonly string[]> = {
  STUDENT: ["student", "pupil", "estudiante", "alumno", "alumna", "alumno/a", "alumna/o"],
  PARENT: [
    "parent",
    "guardian",
    "mother",
    "father",
    "representante",
    "padre",
    "madre",
    "familia",
    "family",
    "apoderado",
    "apoderada",
  ],
  COACH: [
    "coach",
    "teacher",
    "instructor",
    "instructora",
    "docente",
    "profesor",
    "profesora",
    "profesor/a",
    "maestro",
    "maestra",
    "entrenador",
    "entrenadora",
  ],
  ORG_ADMIN: [
    "org admin",
    "orgadmin",
    "school admin",
    "school administrator",
    "organization admin",
    "administrador del colegio",
    "administradora del colegio",
    "administración del colegio",
  ],
  ADMIN: [
    "admin",
    "platform admin",
    "platform administrator",
    "administrador de la plataforma",
    "administradora de la plataforma",
    "administración de la plataforma",
  ],
};

const ROLE_BY_WORD = new Map<string, Role>();
for (const role of Object.keys(WORDS) as Role[])
  for (const word of [role, ...WORDS[role]]) ROLE_BY_WORD.set(foldText(word), role);

/** The role that a text names, in English or Spanish, whatever its case and accents; undefined when none. */
export function findRole(text: string): Role | undefined {
  return ROLE_BY_WORD.get(foldText(text));
}
