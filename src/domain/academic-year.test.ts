import { expect, test } from "vitest";
import { academicYearsAround, evenTerms, isAcademicYear, usualDays, yearNameOf } from "./academic-year";

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

test.each([
  ["2026-2027", "2026-2027"],
  [" 2026 / 2027 ", "2026-2027"],
  ["2026–27", "2026-2027"],
  ["Año escolar 2026-2027", "2026-2027"],
  ["2026 a 2027", "2026-2027"],
  ["2026", "2026"],
  ["2026-2028", undefined],
  ["26-27", undefined],
  ["2026-2027 B", undefined],
  ["", undefined],
])("%j is kept as %j", (text, name) => expect(yearNameOf(text)).toBe(name));

test("a year has its usual days by its name", () => {
  expect(usualDays("2026-2027")).toEqual({ startsOn: "2026-09-15", endsOn: "2027-07-31" });
  expect(usualDays("2026")).toEqual({ startsOn: "2026-01-01", endsOn: "2026-12-31" });
  expect(usualDays("Verano")).toBeUndefined();
});

test("terms share a year's days without a gap", () => {
  expect(evenTerms({ startsOn: "2026-09-15", endsOn: "2027-07-31" })).toEqual([
    { startsOn: "2026-09-15", endsOn: "2026-12-30" },
    { startsOn: "2026-12-31", endsOn: "2027-04-15" },
    { startsOn: "2027-04-16", endsOn: "2027-07-31" },
  ]);
  expect(evenTerms({ startsOn: "2026-01-01", endsOn: "2026-12-31" }, 1)).toEqual([
    { startsOn: "2026-01-01", endsOn: "2026-12-31" },
  ]);
});
