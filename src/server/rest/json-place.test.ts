import { expect, test } from "vitest";
import { findJsonError } from "./json-place";

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{"a": 1,}', 1, 9],
  ['{"a": tru}', 1, 7],
  ['{\n  "a": [1, 2,\n  }', 3, 3],
  ['{"a" 1}', 1, 6],
  ['{"a": "x\ny"}', 1, 7],
  ["{'a': 1}", 1, 2],
  ['{"a": 01}', 1, 7],
  ['{"a": 1} x', 1, 10],
  ["[1 2]", 1, 4],
  [`${"[".repeat(100_000)}`, 1, 100_001],
])("%j stops being JSON at %i:%i", (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonError(text)).toEqual({ line, column });
});
