import { expect, test } from "vitest";
import { sectionNameOf } from "./academics-list";

test.each([
  ["A", "A"],
  ['"a"', "A"],
  [" b ", "B"],
  ["Sección C", "C"],
  ["Secc. d", "D"],
  ["“E”", "E"],
  ["", "U"],
  ["Única", "U"],
  ["u", "U"],
  ["SECOYA", "SECOYA"],
])("%j is the section %s", (text, name) => expect(sectionNameOf(text)).toBe(name));
