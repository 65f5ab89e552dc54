import { searchKey, searchTerms, sortKey } from "@/lib/text-keys";

type Named = { firstNames: string; lastNames: string };
type Numbered = { code?: string; cedula: string | null; schoolCedula?: string | null };

/**
 * What a record of a person is sorted and found by. Sorted by surnames; found by the beginning of any name, of the code,
 * and of the cédula with and without its letter.
 */
export function personKeys({ firstNames, lastNames, code = "", cedula, schoolCedula }: Named & Numbered): {
  sortKey: string;
  searchKey: string;
} {
  const numbers = [code, cedula ?? "", cedula?.slice(1) ?? "", schoolCedula ?? ""];
  return {
    sortKey: sortKey(`${lastNames} ${firstNames}`),
    searchKey: searchKey(`${firstNames} ${lastNames} ${numbers.join(" ")}`),
  };
}

/** Words to find a person's record by, each the beginning of a word of its key; V-12.345.678 is one word. */
export function personTerms(query: string): string[] {
  return searchTerms(
    query
      .slice(0, 400)
      .replace(/(?<=\d)\.(?=\d)/g, "")
      .replace(/(?<![\p{L}\d])([VE])[\s.-]+(?=\d)/giu, "$1")
      .replace(/(?<![\d])\d{1,3}(?: \d{3})+(?!\d)/g, (grouped) => grouped.replaceAll(" ", "")),
  );
}
