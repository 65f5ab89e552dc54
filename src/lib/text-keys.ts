/** Keys for names: what PostgreSQL's byte order (C.UTF-8) sorts and what a prefix search matches. */

const LETTERS: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
const APOSTROPHES = /['’‘ʼ`´]/gu;
/** "5.º B" and "5 B" are the same class to everyone who types them. */
const ORDINALS = /\.?[ºª°]/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

function decompose(text: string): string {
  return text.replace(ORDINALS, " ").normalize("NFKD").toLowerCase();
}

function undress(decomposed: string): string {
  return decomposed.replace(MARKS, "").replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}

/** Text without accents, case and punctuation: words separated by single spaces; equal for what people read as equal. */
export function foldText(text: string): string {
  return undress(decompose(text)).replace(APOSTROPHES, "").replace(NOT_WORD, " ").trim().normalize("NFC");
}

/**
 * Key whose byte order is the order a person expects: accents and case ignored, word by word, ñ after n
 * (as the RAE's alphabet has it), and 9 before 10.
 */
export function sortKey(name: string): string {
  const withEnye = decompose(name).replace(/n\u0303/gu, "n\uE000");
  const folded = undress(withEnye)
    .replace(APOSTROPHES, "")
    .replace(/[^\p{L}\p{N}\uE000]+/gu, " ")
    .trim()
    .normalize("NFC");
  return folded.replaceAll("\uE000", "~").replace(/[0-9]+/g, orderedNumber);
}

/** Puts the count of digits before a number, in base nine "carries", so that byte order is numeric order. */
function orderedNumber(digits: string): string {
  const number = digits.replace(/^0+(?=[0-9])/, "");
  return "9".repeat(Math.floor(number.length / 9)) + String(number.length % 9) + number;
}

/**
 * Folded words with a space before each, so that `search_key LIKE '% term%'` finds the beginnings of words;
 * D'Souza is found as dsouza and as souza.
 */
export function searchKey(text: string): string {
  const words: string[] = [];
  for (const chunk of undress(decompose(text)).split(/[^\p{L}\p{N}'’‘ʼ`´]+/u)) {
    const parts = chunk.split(APOSTROPHES).filter((part) => part !== "");
    if (parts.length === 0) continue;
    words.push(parts.join(""), ...parts.slice(1));
  }
  return words.map((word) => ` ${word.normalize("NFC")}`).join("");
}

const MAX_TERMS = 8;
const MAX_TERM_LENGTH = 40;

/** Words of a query, folded as `searchKey` folds and free of LIKE wildcards; each must begin a word of the key. */
export function searchTerms(query: string): string[] {
  const words = foldText(query.slice(0, 400)).split(" ");
  const terms = words.filter((word) => word !== "").map((word) => word.slice(0, MAX_TERM_LENGTH));
  return [...new Set(terms)].slice(0, MAX_TERMS);
}
