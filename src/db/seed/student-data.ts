import type { Gender, GuardianType, Relationship, StudentStatus } from "@/domain/student-list";

/** Invented families and their children, the same each time. */

const GIRLS =
  "Valentina Camila Isabella Sofía Luciana Mariana Gabriela Victoria Antonella Daniela Fabiana Ximena".split(
    " ",
  );
const BOYS = "Santiago Sebastián Matías Diego Samuel Andrés Tomás Leonardo Íker Joaquín Ángel Simón".split(
  " ",
);
const WOMEN = "Rosa Carmen Yelitza Marisol Beatriz Nancy Zulay Mercedes Iraida Lourdes".split(" ");
const MEN = "José Luis Rafael Alexis Wilmer Orlando Efraín Néstor Ramón Humberto".split(" ");
const SURNAMES =
  "Araque Briceño Cedeño Delgado Escalona Figuera Guédez Hurtado Infante Lugo Márquez Núñez Ochoa Páez Quijada Rondón Sulbarán Tovar Urdaneta Vielma Yánez Zerpa".split(
    " ",
  );
const CITIES = [
  ["Ciudad Bolívar", "Angostura del Orinoco", "Bolívar"],
  ["Puerto Ordaz", "Caroní", "Bolívar"],
  ["Caracas", "Libertador", "Distrito Capital"],
  ["Mérida", "Libertador", "Mérida"],
] as const;
const WORK = [
  ["Docente", "Escuela Básica Los Apamates"],
  ["Contadora", "Distribuidora El Morichal"],
  ["Enfermera", "Ambulatorio Las Moreas"],
  ["Comerciante", "Por su cuenta"],
  ["Ingeniera", "Talleres Guri"],
] as const;

export type SeedGuardian = {
  key: string;
  type: GuardianType;
  relationship: Relationship;
  firstNames: string;
  lastNames: string;
  cedula: string;
  gender: Gender;
  mobilePhone: string;
  email: string;
  address: string;
  occupation: string;
  workplace: string;
  monthlyIncome: number | null;
  mayPickUp: boolean;
};

export type SeedStudent = {
  code: string;
  firstNames: string;
  lastNames: string;
  gender: Gender;
  birthDate: string;
  cedula: string | null;
  schoolCedula: string | null;
  birthCity: string;
  birthMunicipality: string;
  birthState: string;
  /** The place in the order of grades, from 0. */
  grade: number;
  /** Empty for one who has no section yet. */
  section: "A" | "B" | "";
  status: StudentStatus;
  emergencyPhone: string;
  guardians: SeedGuardian[];
  /** Who may pick up besides. */
  authorized: string | null;
};

const FAMILIES = 26;
/** Children of a family, by its place in the list. */
const CHILDREN = [2, 1, 1, 3, 1, 2, 1];
const GRADES = 11;
/** By the student's place in the list: all others are enrolled. */
const GONE: Record<number, StudentStatus> = { 7: "inactive", 19: "transferred", 30: "graduated" };
const WITHOUT_SECTION = 23;

/** Children with their families, over all grades and two sections; `offset` makes another school's other people. */
export function seedStudents(offset: number): SeedStudent[] {
  const students: SeedStudent[] = [];
  for (let family = 0; family < FAMILIES; family += 1) {
    const guardians = guardiansOf(family, offset);
    const [mother, father] = guardians;
    const surnames = [father ?? mother, mother].map((guardian) => guardian?.lastNames.split(" ")[0] ?? "");
    for (let child = 0; child < (CHILDREN[family % CHILDREN.length] ?? 1); child += 1) {
      students.push(childOf({ place: students.length, family, child, offset, guardians, surnames }));
    }
  }
  return students;
}

function childOf(given: {
  place: number;
  family: number;
  child: number;
  offset: number;
  guardians: SeedGuardian[];
  surnames: string[];
}): SeedStudent {
  const { place, family, child, offset, guardians, surnames } = given;
  const gender = (place + offset) % 2 === 0 ? "female" : "male";
  const names = gender === "female" ? GIRLS : BOYS;
  const grade = (place * 3 + offset) % GRADES;
  const year = 2020 - grade;
  const birthDate = `${year}-${two(1 + ((place * 5) % 12))}-${two(1 + ((place * 7) % 28))}`;
  const [birthCity, birthMunicipality, birthState] = CITIES[(family + offset) % CITIES.length] ?? CITIES[0];
  const number = 30_100_000 + offset * 40_000 + place * 317;
  const [mother] = guardians;
  const isSmall = grade < 2;
  return {
    code: String(place + 1).padStart(4, "0"),
    firstNames: [names[(place + offset) % names.length], names[(place * 5 + 3) % names.length]].join(" "),
    lastNames: surnames.join(" "),
    gender,
    birthDate,
    cedula: isSmall ? null : `V${number}`,
    schoolCedula: isSmall
      ? `${child + 1}${String(year).slice(2)}${mother?.cedula.slice(1).padStart(8, "0")}`
      : null,
    ...{ birthCity, birthMunicipality, birthState, grade },
    section: place === WITHOUT_SECTION ? "" : place % 3 === 2 ? "B" : "A",
    status: GONE[place] ?? "active",
    emergencyPhone: mother?.mobilePhone ?? "",
    guardians,
    authorized: place % 8 === 0 ? `${MEN[(place + 2) % MEN.length]} ${surnames[1]}` : null,
  };
}

function guardiansOf(family: number, offset: number): SeedGuardian[] {
  const surname = (turn: number) => SURNAMES[(family * turn + offset * 5 + turn) % SURNAMES.length] ?? "";
  const address = `Calle ${1 + (family % 9)}, casa ${10 + family}`;
  const [occupation, workplace] = WORK[(family + offset) % WORK.length] ?? WORK[0];
  const base = (turn: number, names: readonly string[]) => {
    const firstNames = names[(family * 3 + turn + offset) % names.length] ?? "";
    const lastNames = `${surname(turn)} ${surname(turn + 4)}`;
    const number = 9_000_000 + offset * 700_000 + family * 23_017 + turn * 511_003;
    return {
      key: `${family}-${turn}`,
      ...{ firstNames, lastNames, address, cedula: `V${number}` },
      mobilePhone: `+58414${String(3_000_000 + offset * 90_000 + family * 3_011 + turn * 501_007)}`,
      email: `familia${family + 1}.${turn}@familias.example`,
    };
  };
  const mother: SeedGuardian = {
    ...base(1, WOMEN),
    ...{ type: "primary", relationship: "mother", gender: "female", occupation, workplace },
    ...{ monthlyIncome: 400 + family * 25, mayPickUp: true },
  };
  const father: SeedGuardian = {
    ...base(2, MEN),
    ...{ type: "secondary", relationship: "father", gender: "male", occupation: "", workplace: "" },
    ...{ monthlyIncome: null, mayPickUp: family % 3 !== 0 },
  };
  const grandmother: SeedGuardian = {
    ...base(3, WOMEN),
    ...{ type: "emergency", relationship: "grandmother", gender: "female", occupation: "", workplace: "" },
    ...{ monthlyIncome: null, mayPickUp: true },
  };
  if (family % 5 === 4) return [mother];
  return family % 4 === 1 ? [mother, father, grandmother] : [mother, father];
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
