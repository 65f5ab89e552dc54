import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import { governmentFormInput } from "@/domain/student-export";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { setSettings } from "../../../../tests/support/settings";
import { getGovernmentForm } from "./get-government-form";
import { getExportOptions } from "./placement-options";

const { urls } = await useTestDatabase();

type State = Partial<typeof studentStatuses.$inferInsert> &
  Pick<typeof studentStatuses.$inferInsert, "status" | "since">;
type Pupil = Partial<typeof students.$inferInsert> & { name: string; states?: State[]; heldBack?: true };

const ON = "2026-03-20";

const PUPILS: Pupil[] = [
  { name: "Always", cedula: "V31000002", enteredOn: "2025-09-15", entryKind: "Regular", gender: "female" },
  {
    name: "Came",
    cedula: "V31000001",
    enteredOn: "2025-11-03",
    previousSchool: "Escuela Vecina",
    states: [
      { status: "active", since: "2025-11-03", otherSchool: "Escuela Vecina", otherSchoolCode: "OD7" },
    ],
  },
  {
    name: "Left",
    states: [
      { status: "active", since: "2025-09-15" },
      { status: "transferred", since: "2026-02-02", reason: "Mudanza", otherSchool: "Liceo Lejos" },
    ],
    status: "transferred",
  },
  {
    name: "Back",
    schoolCedula: "11630348783",
    enteredOn: "2025-09-15",
    entryKind: "regular",
    states: [
      { status: "inactive", since: "2025-10-01" },
      { status: "active", since: "2026-01-12" },
    ],
  },
  { name: "Held", cedula: "E84000000", heldBack: true, enteredOn: "2020-09-15" },
  { name: "Later", enteredOn: "2026-05-04" },
  {
    name: "Noted late",
    enteredOn: "2025-09-15",
    entryKind: "Regular",
    states: [{ status: "active", since: "2026-04-01" }],
  },
  { name: "Gone", status: "inactive", entryKind: "Repitiente" },
];

async function fill(school: TestSchool) {
  const own = { organizationId: school.id };
  const ids = { yearId: newId(), gradeId: newId(), sectionId: newId() };
  await asOperator(urls.operator, async (tx) => {
    await tx.enterPlacement(school.placement);
    const { yearId, gradeId, sectionId } = ids;
    await tx.db.insert(academicYears).values({
      ...{
        ...own,
        id: yearId,
        name: "2025-2026",
        startsOn: "2025-09-15",
        endsOn: "2026-07-31",
        isCurrent: true,
      },
    });
    const name = "1er Grado";
    await tx.db
      .insert(grades)
      .values({ ...own, id: gradeId, position: 1, name, sortKey: sortKey(name), level: "primary" });
    await tx.db.insert(sections).values({ ...own, id: sectionId, yearId, gradeId, name: "A" });
    for (const { name: firstNames, states = [], heldBack, ...given } of PUPILS) {
      const id = newId();
      await tx.db.insert(students).values({
        ...{
          ...own,
          id,
          code: firstNames,
          firstNames,
          lastNames: "Peña",
          sortKey: sortKey(`Peña ${firstNames}`),
        },
        ...{ searchKey: "", gender: "male", birthDate: "2017-03-12", yearId, gradeId, sectionId, ...given },
      });
      if (states.length > 0)
        await tx.db
          .insert(studentStatuses)
          .values(states.map((state) => ({ ...own, id: newId(), studentId: id, ...state })));
      if (heldBack)
        await tx.db.insert(academicRecords).values([
          { ...own, id: newId(), studentId: id, year: "2023-2024", grade: "Preescolar", result: "promoted" },
          { ...own, id: newId(), studentId: id, year: "2024-2025", grade: "1er Grado", result: "held_back" },
        ]);
    }
  });
  return ids;
}

describe.each(["app", APART])("the forms of a school placed in %s", (placement) => {
  let school: TestSchool;
  let ids: Awaited<ReturnType<typeof fill>>;
  let foreign: Awaited<ReturnType<typeof fill>>;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const take = (given: object) =>
    getGovernmentForm(admin(), governmentFormInput.parse({ yearId: ids.yearId, format: "print", ...given }));

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    ids = await fill(school);
    foreign = await fill(await makeSchool(urls.operator, placement));
    await setSettings(urls.operator, school, {
      "official.deaCode": "OD00541105",
      "contact.address": "Av. Bolívar",
      "official.statisticalCode": "12",
    });
  });

  test("list by cédula who attended on the day, and who repeats", async () => {
    const { paper, year, problems } = await take({ form: "initial", on: ON });
    expect(year).toBe("2025-2026");
    const [page] = paper.pages;
    expect(page?.rows.map((row) => [row[1], row[3], row[8]])).toEqual([
      ["V-31000001", "Came", "RG"],
      ["V-31000002", "Always", "RG"],
      ["E-84000000", "Held", "RP"],
      ["11630348783", "Back", "RG"],
      ["", "Noted late", "RG"],
    ]);
    expect(page?.facts).toEqual(
      expect.arrayContaining([
        ["Código DEA", "OD00541105"],
        ["Dirección", "Av. Bolívar"],
      ]),
    );
    expect(problems.missing).toEqual(["dependencyCode", "municipality", "state", "director"]);
    expect(problems.odd).toEqual(["statisticalCode"]);
  });

  test("say who attended on another day", async () => {
    const names = async (on: string) =>
      (await take({ form: "initial", on })).paper.pages[0]?.rows.map((row) => row[3]);
    expect(await names("2025-10-15")).toEqual(["Always", "Held", "Left", "Noted late"]);
    expect(await names("2026-06-01")).toEqual(["Came", "Always", "Held", "Back", "Later", "Noted late"]);
  });

  test("tell entries and exits of a time", async () => {
    const { paper } = await take({ form: "movements", from: "2025-09-15", to: ON });
    const [entries, exits] = paper.pages.map(({ rows }) =>
      rows.map((row) => [row[1], row[3], ...row.slice(7)]),
    );
    expect(entries).toEqual([
      [{ day: "2025-11-03" }, "Peña, Came", "Escuela Vecina", "OD7", ""],
      [{ day: "2026-01-12" }, "Peña, Back", "", "", ""],
    ]);
    expect(exits).toEqual([
      [{ day: "2025-10-01" }, "Peña, Back", "", "", ""],
      [{ day: "2026-02-02" }, "Peña, Left", "Liceo Lejos", "", "Mudanza"],
    ]);
  });

  test("sum up", async () => {
    const { paper } = await take({ form: "summary", on: ON });
    expect(paper.pages[0]?.rows).toEqual([["1er Grado A", 1, 4, 5]]);
    expect(paper.pages[1]?.rows).toEqual([["1er Grado", 1, 4, 1, 4, 5]]);
  });

  test("are recorded, and another school's years and sections are not there", async () => {
    const before = (await eventsAbout(urls.operator, school, school.id)).length;
    await take({ form: "initial", on: ON, format: "xlsx" });
    await take({ form: "summary", on: ON });
    const events = (await eventsAbout(urls.operator, school, school.id)).slice(before);
    const after = { count: 5, year: "2025-2026" };
    expect(events.map(({ action, subjectName, after: said }) => [action, subjectName, said])).toEqual([
      ["student.form_exported", "RR-DEA-05-03", { ...after, format: "xlsx" }],
      [
        "student.form_exported",
        "Resumen de matrícula por grado, sección, sexo y edad",
        { ...after, format: "print" },
      ],
    ]);
    const missing = { key: "notFound" };
    expect(await refusal(take({ form: "initial", yearId: foreign.yearId }))).toMatchObject(missing);
    expect(await refusal(take({ form: "initial", sectionIds: [foreign.sectionId] }))).toMatchObject(missing);
    expect(await refusal(getExportOptions(admin(), { yearId: foreign.yearId }))).toMatchObject(missing);
  });

  test("are chosen from the years, grades and sections with their students", async () => {
    expect(await getExportOptions(admin(), {})).toEqual({
      years: [expect.objectContaining({ id: ids.yearId, isCurrent: true, students: 8 })],
      year: expect.objectContaining({ id: ids.yearId }),
      grades: [
        {
          id: ids.gradeId,
          name: "1er Grado",
          sections: [{ id: ids.sectionId, name: "A", active: 6, all: 8 }],
        },
      ],
    });
    const bare = await makeSchool(urls.operator, placement);
    expect(await getExportOptions(bare.actor(bare.people.ORG_ADMIN), {})).toEqual({
      years: [],
      year: null,
      grades: [],
    });
  });
});
