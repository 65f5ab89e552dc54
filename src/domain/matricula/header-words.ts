import { foldText } from "@/lib/text-keys";

/** What the headings of a Matrícula say, whoever wrote them. */

/** Whose a column is; a heading that does not say it is anybody's. */
export type ColumnOwner = "student" | "guardian" | "authorized";

/** A heading taken apart: what it names, whose it is, and which of several persons is meant. */
export type HeaderParts = {
  owner: ColumnOwner | undefined;
  /** The words that are left, each in one form and in one order. */
  key: string;
  /** Words of the heading in their own order, for likeness. */
  words: readonly string[];
  /** 1 to 3 where the heading numbers the person. */
  place: number | undefined;
  /** "madre" or "padre" where it names the person so. */
  tag: string | undefined;
};

const STOP = new Set(
  "de del la el los las lo en y o a al su sus un una para por persona datos dato es cual nro".split(" "),
);

const FORMS: Record<string, string> = {
  tlf: "telefono",
  telf: "telefono",
  tel: "telefono",
  tfno: "telefono",
  tlfno: "telefono",
  fono: "telefono",
  phone: "telefono",
  cel: "celular",
  celu: "celular",
  movil: "celular",
  f: "fecha",
  fec: "fecha",
  fech: "fecha",
  nac: "nacimiento",
  nacim: "nacimiento",
  nacto: "nacimiento",
  hab: "habitacion",
  casa: "habitacion",
  fijo: "habitacion",
  ced: "cedula",
  ci: "cedula",
  dni: "cedula",
  esc: "escolar",
  estudiantil: "escolar",
  dir: "direccion",
  direc: "direccion",
  domicilio: "direccion",
  residencia: "direccion",
  rep: "representante",
  repr: "representante",
  repte: "representante",
  acudiente: "representante",
  apoderado: "representante",
  responsable: "representante",
  rpte: "representante",
  aut: "autorizado",
  autorizada: "autorizado",
  est: "estudiante",
  alumno: "estudiante",
  alumna: "estudiante",
  educando: "estudiante",
  obs: "observacion",
  observ: "observacion",
  observacione: "observacion",
  nota: "observacion",
  comentario: "observacion",
  ofic: "oficina",
  ofc: "oficina",
  emerg: "emergencia",
  edo: "estado",
  cod: "codigo",
  sec: "seccion",
  secc: "seccion",
  ap: "apellido",
  apell: "apellido",
  nom: "nombre",
  nomb: "nombre",
  mun: "municipio",
  mcpio: "municipio",
  num: "numero",
  no: "numero",
  n: "numero",
  sexo: "genero",
  gen: "genero",
  status: "estatus",
  estatu: "estatus",
  mail: "correo",
  email: "correo",
  electronico: "correo",
  anio: "ano",
  mama: "madre",
  papa: "padre",
  doc: "documento",
  ident: "identidad",
  identificacion: "identidad",
  prof: "profesion",
  ocup: "ocupacion",
  instr: "instruccion",
  trab: "trabajo",
  mens: "mensual",
};

const PLACES: Record<string, number> = {
  "1": 1,
  primer: 1,
  primero: 1,
  "1ro": 1,
  "1er": 1,
  legal: 1,
  primario: 1,
  "2": 2,
  segundo: 2,
  "2do": 2,
  secundario: 2,
  suplente: 2,
  "3": 3,
  tercer: 3,
  tercero: 3,
  "3er": 3,
  "3ro": 3,
};

/** The heading's words in one form each: abbreviations written out, plurals cut. */
function wordsOf(header: string): string[] {
  const folded = foldText(header.replace(/e-mail/giu, "email").replace(/\bc\.?\s?i\.?(?=\s|$)/giu, "ci"));
  return folded
    .replace(/([a-z])([0-9])/g, "$1 $2")
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const single = word.length > 4 ? word.replace(/(?<=[bcdfghjklmnprstvyz])es$|s$/, pluralEnd) : word;
      return FORMS[word] ?? FORMS[single] ?? single;
    })
    .filter((word) => !STOP.has(word));
}

// "sanguineos" loses its s and "observaciones" its es, but "nombres" only the s: what is left is a word of its own.
function pluralEnd(ending: string, offset: number, word: string): string {
  return ending === "es" && !/(?:ion|dad|al)es$/.test(word.slice(0, offset) + ending) ? "e" : "";
}

/** Takes a heading apart. */
export function headerParts(header: string): HeaderParts {
  let owner: ColumnOwner | undefined;
  let tag: string | undefined;
  let place: number | undefined;
  const words = wordsOf(header);
  const isOf = (word: string) => words.includes(word);
  const isGuardians = isOf("representante") || isOf("madre") || isOf("padre");
  const rest: string[] = [];
  for (const word of words) {
    const number = PLACES[word];
    if (word === "representante") owner = "guardian";
    else if (word === "autorizado") owner = "authorized";
    else if (word === "estudiante") owner = "student";
    else if (word === "madre" || word === "padre") {
      owner ??= "guardian";
      tag = word;
    } else if (number !== undefined && (isGuardians || isOf("autorizado"))) place = number;
    else if (word === "emergencia" && isGuardians) place = 3;
    else if (word === "principal" && isGuardians && !isOf("contacto")) place = 1;
    else rest.push(word);
  }
  return { owner, key: keyOf(rest), words: rest, place, tag };
}

/** The words of a name in one form and one order. */
export function headerKey(name: string): string {
  return keyOf(wordsOf(name));
}

function keyOf(words: readonly string[]): string {
  const telling =
    words.length > 1 ? words.filter((word) => word !== "numero" || words.includes("lista")) : words;
  return [...new Set(telling)].sort().join(" ");
}
