import { describe, expect, test } from "vitest";
import { MAX_SCHOOL_LINES, MAX_SCHOOL_LIST_BYTES } from "./onboarding-list";
import { judgeSchools, parseSchoolTable } from "./school-table";

const NOTHING = { takenSlugs: new Set<string>(), invited: new Set<string>() };

function entriesOf(text: string) {
  const table = parseSchoolTable(text);
  if (!table.ok) throw new Error(table.reason);
  return table.entries;
}

const codes = (text: string, facts = NOTHING) =>
  judgeSchools(entriesOf(text), facts).map(({ code, field }) => (field ? `${code} ${field}` : code));

describe("a table of schools", () => {
  test.each([
    "name,slug,contact,plan\nColegio Uno,uno,a@uno.example,PRO",
    "Plan;Correo electrónico;Nombre del colegio;Subdominio\nPRO;a@uno.example;Colegio Uno;UNO",
    "\uFEFFContacto\tColegio\tslug\tplan\n\na@uno.example\t Colegio   Uno \tuno\tPRO\n\n",
  ])("is read with a header in either language, columns in any order: %j", (text) => {
    expect(entriesOf(text)).toMatchObject([
      { name: "Colegio Uno", email: "a@uno.example", slug: "uno", plan: "PRO" },
    ]);
  });

  test("counts the lines of the file, blank ones and breaks within quotes too", () => {
    const text = 'name,contact\n\n"Colegio\nUno",a@uno.example\nColegio Dos,b@dos.example\n';
    expect(entriesOf(text).map(({ line, name }) => [line, name])).toEqual([
      [3, "Colegio Uno"],
      [5, "Colegio Dos"],
    ]);
  });

  test("loses no line to a stray quote", () => {
    expect(entriesOf('name,contact\nThe "Old School,a@b.example\nNew,c@d.example')).toHaveLength(2);
  });

  test.each([
    ["", "empty"],
    ["  \n ", "empty"],
    ["name,contact\n", "empty"],
    ["Colegio Uno,a@uno.example\n", "noHeader"],
    ["name,plan\nUno,PRO", "noHeader"],
    ["email,name,role\na@uno.example,Ana,STUDENT", "people"],
    [`name,contact\n${"x,y\n".repeat(MAX_SCHOOL_LINES + 1)}`, "tooLong"],
    ["x".repeat(MAX_SCHOOL_LIST_BYTES + 1), "tooLarge"],
  ])("is refused as a whole: %#", (text, reason) => {
    expect(parseSchoolTable(text)).toEqual({ ok: false, reason });
  });
});

describe("the verdict on a line", () => {
  test("is the first thing that is wrong with it, with the column and what stands there", () => {
    const text = [
      "name,slug,contact,plan",
      "Colegio Uno,uno,A@Uno.example,",
      ",dos,a@dos.example,PRO",
      "Colegio Tres,tres,nobody,PRO",
      "Colegio Cuatro,www,a@cuatro.example,PRO",
      "Colegio Cinco,cinco!,a@cinco.example,PRO",
      "Colegio Seis,seis,a@seis.example,Gold",
      "Colegio Siete,taken,a@siete.example,empresa",
      "Colegio Ocho,,a@ocho.example,Comunidad",
      "colegio UNO,otro,a@uno.example,PRO",
      "Colegio Nueve,uno,a@nueve.example,PRO",
      "Colegio Diez,,a@diez.example,PRO",
      `${"x".repeat(121)},,a@largo.example,PRO`,
    ].join("\n");
    const facts = {
      takenSlugs: new Set(["taken"]),
      invited: new Set(["a@diez.example colegio diez"]),
    };
    expect(codes(text, facts)).toEqual([
      "ok",
      "name_missing name",
      "malformed_email email",
      "slug_reserved slug",
      "slug_malformed slug",
      "unknown_plan plan",
      "slug_taken slug",
      "ok",
      "repeated name",
      "repeated slug",
      "already_invited email",
      "name_too_long name",
    ]);
    const [first, , third, , , sixth, , eighth, ninth] = judgeSchools(entriesOf(text), facts);
    expect(first).toMatchObject({ email: "a@uno.example", plan: "COMMUNITY", line: 2 });
    expect(third).toMatchObject({ value: "nobody", problem: "email.noAt" });
    expect(sixth).toMatchObject({ value: "Gold", plan: null, planText: "Gold" });
    expect(eighth).toMatchObject({ slug: "", plan: "COMMUNITY" });
    expect(ninth).toMatchObject({ firstLine: 2, plan: "PRO" });
  });
});
