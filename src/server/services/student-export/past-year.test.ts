import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { organizations } from "@/db/schema/core/organizations";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { students } from "@/db/schema/tenant/students";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { previewRolloverInput, runRolloverInput } from "@/domain/rollover";
import { governmentFormInput, matriculaInput, sectionListsInput } from "@/domain/student-export";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, openYear } from "../../../../tests/support/students";
import { listRollovers, previewRollover, runRollover, undoRollover } from "../rollover";
import { exportMatricula } from "./export-matricula";
import { getGovernmentForm } from "./get-government-form";
import { getSectionLists } from "./get-section-lists";
import { getExportOptions } from "./placement-options";

const { urls } = await useTestDatabase();

const NEXT = {
  ...{ name: "2026-2027", startsOn: "2026-09-15", endsOn: "2027-07-31" },
  terms: [{ name: "Lapso 1", startsOn: "2026-09-15", endsOn: "2026-12-15" }],
};
const SHOWN = ["student.lastNames", "student.year", "student.grade", "student.section", "student.listNumber"];

describe.each(["app", APART])(
  "what goes out of a year that is over, of a school placed in %s",
  (placement) => {
    let school: TestSchool;
    let year: Awaited<ReturnType<typeof openYear>>;
    const admin = () => school.actor(school.people.ORG_ADMIN);
    const take = async (given: object) => {
      const { rows } = await exportMatricula(admin(), matriculaInput.parse(given));
      return rows.map((row) =>
        SHOWN.map((field) => row[MATRICULA_COLUMNS.findIndex((one) => one.field === field)]),
      );
    };

    /** The lists, both forms and how many are in each section, as they say it of the year. */
    const takeAll = async () => {
      const asked = { yearId: year.yearId, format: "print" };
      const { lists } = await getSectionLists(
        admin(),
        sectionListsInput.parse({ ...asked, columns: ["status"] }),
      );
      const formOf = async (form: string) =>
        (await getGovernmentForm(admin(), governmentFormInput.parse({ ...asked, form, on: "2026-03-20" })))
          .paper;
      const { grades } = await getExportOptions(admin(), { yearId: year.yearId });
      return {
        lists: lists.map(({ gradeName, sectionName, rows }) => [
          `${gradeName} ${sectionName}`,
          ...rows.map(({ lastNames, values }) => `${lastNames} ${values.status}`),
        ]),
        initial: (await formOf("initial")).pages.flatMap(({ rows }) => rows.map((row) => row[2])),
        summary: (await formOf("summary")).pages[0]?.rows,
        counts: grades.flatMap(({ sections }) => sections.map(({ active, all }) => [active, all])),
      };
    };

    beforeAll(async () => {
      school = await makeSchool(urls.operator, placement);
      year = await openYear(school);
    });

    test("the Matrícula has last year's grades, sections and numbers after the change of year, and the new year its own", async () => {
      const { sections, yearId } = year;
      const enteredOn = "2025-09-15";
      const one = await enterStudent(school, "Uno, Ana", {
        ...{ sectionId: sections["1A"], listNumber: 4, enteredOn },
      });
      await enterStudent(school, "Dos, Eva", { sectionId: sections["2B"], listNumber: 1, enteredOn });
      const before = await take({ yearId });
      expect(before).toEqual([
        ["Uno", "2025-2026", "1er Grado", "A", 4],
        ["Dos", "2025-2026", "2do Grado", "B", 1],
      ]);

      const papers = await takeAll();
      expect(papers).toEqual({
        lists: [
          ["1er Grado A", "Uno active"],
          ["2do Grado B", "Dos active"],
        ],
        initial: ["Uno", "Dos"],
        summary: [
          ["1er Grado A", 1, 0, 1],
          ["2do Grado B", 1, 0, 1],
        ],
        counts: [
          ...[
            [1, 1],
            [0, 0],
          ],
          ...[
            [0, 0],
            [1, 1],
          ],
        ],
      });

      const plan = { fromYearId: yearId, to: NEXT };
      const { counts } = await previewRollover(admin(), previewRolloverInput.parse(plan));
      await runRollover(admin(), runRolloverInput.parse({ ...plan, expected: counts }));
      expect(await take({ yearId })).toEqual(before);
      expect(await takeAll()).toEqual(papers);
      const nextId = await atPlacement(urls.operator, school, async ({ db }) => {
        const [row] = await db.select({ yearId: students.yearId }).from(students).where(eq(students.id, one));
        return row?.yearId ?? "";
      });
      expect(nextId).not.toBe(yearId);
      expect(await take({ yearId: nextId })).toEqual([
        ["Uno", "2026-2027", "2do Grado", "A", null],
        ["Dos", "2026-2027", "3er Grado", "B", null],
      ]);
      // A section of then is asked for by its own id, and a state is that of then.
      await atPlacement(urls.operator, school, ({ db }) =>
        db.update(students).set({ status: "inactive", sectionId: null }).where(eq(students.id, one)),
      );
      expect(await take({ yearId, sectionIds: [sections["1A"]], statuses: ["active"] })).toEqual([before[0]]);
      expect(await take({})).toHaveLength(2);
    });

    test("the Matrícula has who went on without a change of year by the record of that year at this school", async () => {
      const { yearId, sections } = year;
      const id = await enterStudent(school, "Tres, Luz");
      const elsewhere = await enterStudent(school, "Cuatro, Sol");
      const record = (studentId: string, at: string) => ({
        ...{ organizationId: school.id, id: newId(), studentId, year: "2025-2026", school: at },
        ...{ grade: "1er Grado", section: "B", result: "promoted" as const },
      });
      await atPlacement(urls.operator, school, async ({ db }) => {
        const [own] = await db
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, school.id));
        await db
          .insert(academicRecords)
          .values([record(id, own?.name ?? ""), record(elsewhere, "Otro colegio")]);
      });
      expect(await take({ yearId, sectionIds: [sections["1B"]] })).toEqual([
        ["Tres", "2025-2026", "1er Grado", "B", null],
      ]);
    });

    test("the Matrícula is as before once the change of year is taken back", async () => {
      const [{ id } = { id: "" }] = await listRollovers(admin());
      await undoRollover(admin(), { id });
      expect((await take({ yearId: year.yearId })).map(([last]) => last)).toContain("Dos");
    });
  },
);
