import { expect, it } from "vitest";
import { tidyText } from "./tidy-text";

it.each([
  [" Ana \r\n\t Peña ", "Ana Peña"],
  ["Ana\u0000\u001b", "Ana"],
  ["\u202Eana\u202C \u200Bpeña\uFEFF", "ana peña"],
  ["\u00a0", ""],
])("%j -> %j", (text, tidy) => expect(tidyText(text)).toBe(tidy));
