import { expect, test } from "vitest";
import { createSectionsInput, createYearInput } from "./academics";
import { sectionNamesOf } from "./academics-list";

const THIRDS = [
  { name: "Lapso 1", startsOn: "2030-09-15", endsOn: "2030-12-15" },
  { name: "Lapso 2", startsOn: "2031-01-07", endsOn: "2031-04-10" },
  { name: "Lapso 3", startsOn: "2031-04-20", endsOn: "2031-07-31" },
];
const YEAR = { name: "2030 / 31", startsOn: "2030-09-15", endsOn: "2031-07-31", terms: THIRDS };

test("a year is kept by its usual name", () => {
  expect(createYearInput.parse(YEAR)).toEqual({ ...YEAR, name: "2030-2031", isCurrent: false });
  expect(createYearInput.parse({ ...YEAR, name: " Verano  2031 ", terms: [] }).name).toBe("Verano 2031");
});

test.each([
  [{ endsOn: "2030-09-15" }, "endsOn: academics.yearEnds"],
  [{ startsOn: "2030-02-30" }, "startsOn: academics.day"],
  [{ startsOn: "2030-10-01" }, "terms.0.startsOn: academics.termOutside"],
  [{ endsOn: "2031-07-01" }, "terms.2.endsOn: academics.termOutside"],
  [
    { terms: [THIRDS[0], { ...THIRDS[1], startsOn: "2030-12-15" }] },
    "terms.1.startsOn: academics.termOverlaps",
  ],
  [{ terms: [THIRDS[1], THIRDS[0]] }, "terms.1.startsOn: academics.termOverlaps"],
  [{ terms: [{ ...THIRDS[0], endsOn: "2030-09-15" }] }, "terms.0.endsOn: academics.termEnds"],
  [{ terms: [{ ...THIRDS[0], name: " " }] }, "terms.0.name: academics.termNameEmpty"],
  [{ name: "" }, "name: academics.yearNameEmpty"],
])("refuses the year %j", (given, problem) => {
  const { error } = createYearInput.safeParse({ ...YEAR, ...given });
  expect(error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toContain(problem);
});

test("sections are listed as people list them", () => {
  expect(sectionNamesOf("A, B c;\nD y e")).toEqual(["A", "B", "C", "D", "E"]);
  expect(sectionNamesOf("a A “a”")).toEqual(["A"]);
  expect(sectionNamesOf("Única")).toEqual(["U"]);
  expect(sectionNamesOf(" , ")).toEqual([]);
  const ids = Array.from({ length: 50 }, (_, n) => `01890000-0000-7000-8000-0000000000${10 + n}`);
  const given = { yearId: ids[0], gradeIds: ids, names: ["A", "B", "C", "D", "E", "F", "G"] };
  expect(createSectionsInput.safeParse(given).error?.issues[0]?.message).toBe("academics.tooManySections");
});
