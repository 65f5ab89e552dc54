import { foldText } from "@/lib/text-keys";
import type { Gender } from "../student-list";
import { type Normalised, read, refused } from "./normalised";

const WORDS: Record<Gender, readonly string[]> = {
  female: ["f", "fem", "femenino", "femenina", "mujer", "nina", "hembra", "female", "girl"],
  male: ["m", "mas", "masc", "masculino", "masculina", "varon", "hombre", "nino", "male", "boy"],
};
const BY_WORD = new Map(
  (["female", "male"] as const).flatMap((gender) => WORDS[gender].map((word) => [word, gender] as const)),
);

/** Male or female, from `M`, `Fem.`, `Masculino` and the like; H is refused, since it stands for both here. */
export function readGender(input: string): Normalised<Gender> {
  const word = foldText(input);
  if (word === "") return refused(input.trim() === "" ? "identity.genderEmpty" : "identity.genderUnknown");
  const gender = /[?¿]/u.test(input) ? undefined : BY_WORD.get(word);
  return gender ? read(gender) : refused("identity.genderUnknown");
}
