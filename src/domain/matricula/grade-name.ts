import { foldText } from "@/lib/text-keys";

const UNITS: Record<string, string> = {
  grado: "grado",
  grados: "grado",
  gdo: "grado",
  gr: "grado",
  grade: "grado",
  ano: "ano",
  anos: "ano",
  year: "ano",
  nivel: "nivel",
  level: "nivel",
  sala: "sala",
  grupo: "grupo",
};

const WORDS: Record<string, number> = {
  primer: 1,
  primero: 1,
  primera: 1,
  segundo: 2,
  segunda: 2,
  tercer: 3,
  tercero: 3,
  tercera: 3,
  cuarto: 4,
  cuarta: 4,
  quinto: 5,
  quinta: 5,
  sexto: 6,
  sexta: 6,
  septimo: 7,
  octavo: 8,
  noveno: 9,
  decimo: 10,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
};
const FIGURE = /^([0-9]{1,2})(?:er|ero|era|do|da|to|ta|mo|vo|no|o|a)?$/;
/** What says no more of a grade than its number and unit do. */
const FILLERS = new Set(["de", "del", "educacion", "basica", "primaria", "media", "general", "bachillerato"]);

/**
 * What a grade's name means, however it is written: `5to Año`, `5° AÑO`, `Quinto Año` and `5 ano` are "5 ano". A name of
 * another kind, such as `Maternal`, is its folded text; a number alone ("5to") is that number, since it may be of two.
 */
export function gradeKey(name: string): string {
  const words = foldText(name)
    .split(" ")
    .flatMap((word) => word.match(/^[0-9]+|[a-z]+$/g)?.join("") ?? word)
    .filter((word) => word !== "");
  const numbers: number[] = [];
  const units: string[] = [];
  const rest: string[] = [];
  for (const word of joinedOrdinals(words)) {
    const [, figures] = FIGURE.exec(word) ?? [];
    const number = figures === undefined ? WORDS[word] : Number(figures);
    const unit = UNITS[word];
    if (number !== undefined) numbers.push(number);
    else if (unit !== undefined) units.push(unit);
    else if (!FILLERS.has(word)) rest.push(word);
  }
  const [number] = numbers;
  if (numbers.length !== 1 || units.length > 1 || rest.length > 0) return words.join(" ");
  return units.length === 0 ? String(number) : `${number} ${units[0]}`;
}

/** "1 er" is 1er: a space or a point got between. */
function joinedOrdinals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && /^[0-9]{1,2}$/.test(last) && /^(?:er|ero|do|to|mo|vo|no|ro)$/.test(word))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/**
 * The grade that the text means, of those that the school has: by what it means, or by its number alone where just one
 * has that number. "ambiguous" where several do, undefined where none does.
 */
export function findGrade<Grade extends { name: string }>(
  text: string,
  grades: readonly Grade[],
): Grade | "ambiguous" | undefined {
  const key = gradeKey(text);
  const exact = grades.filter((grade) => gradeKey(grade.name) === key);
  const found =
    exact.length > 0 || !/^[0-9]+$/.test(key)
      ? exact
      : grades.filter((grade) => gradeKey(grade.name).startsWith(`${key} `));
  return found.length > 1 ? "ambiguous" : found[0];
}
