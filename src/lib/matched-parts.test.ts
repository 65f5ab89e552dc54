import { describe, expect, it } from "vitest";
import { matchedParts } from "./matched-parts";

const shown = (text: string, query: string) =>
  matchedParts(text, query)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("matchedParts", () => {
  it.each([
    ["Robotics 4.º A", "rob", "[Rob]otics 4.º A"],
    ["Roberto Chacín", "chacin", "Roberto [Chacín]"],
    ["Íñigo Peñálver", "penal ini", "[Íñi]go [Peñál]ver"],
    ["Ana María Ana", "ana", "[Ana] María [Ana]"],
    ["Mariana", "ana", "Mariana"],
    ["D'Souza", "souza", "D'[Souza]"],
    ["D'Souza", "dsou", "[D'Sou]za"],
    ["Straße 9", "strass", "[Straß]e 9"],
    ["5.º B", "5 b", "[5].º [B]"],
    ["Ana", "", "Ana"],
    ["Ana", "%", "Ana"],
    ["", "ana", ""],
    ["Ana", "anacleta", "Ana"],
  ])("marks in %s what %s finds", (text, query, marked) => expect(shown(text, query)).toBe(marked));

  it("loses nothing of the text", () => {
    const text = "  María-José  «d'Arc» 5.ºB ";
    for (const query of ["maria", "jose arc", "b", "5"])
      expect(
        matchedParts(text, query)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });
});
