import { expect, test } from "vitest";
import { academicYearsAround, isAcademicYear } from "./academic-year";

test.each([
  ["2026-2027", true],
  ["2026", true],
  ["2026-2028", false],
  ["2027-2026", false],
  ["1999-2000", false],
  ["2026/2027", false],
  ["", false],
])("%j is a school year: %s", (text, is) => expect(isAcademicYear(text)).toBe(is));

test("the likeliest year is the one that the day lies in", () => {
  expect(academicYearsAround("2026-11-21")).toEqual(["2026-2027", "2027-2028", "2026", "2027"]);
  expect(academicYearsAround("2027-02-01")).toEqual(["2026-2027", "2027-2028", "2027", "2028"]);
  for (const year of academicYearsAround("2027-07-01")) expect(isAcademicYear(year)).toBe(true);
});
