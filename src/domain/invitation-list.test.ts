import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/text-keys";
import { type KnownNames, parseInvitationList, parseInvitationRows } from "./invitation-list";

function entries(text: string, known?: KnownNames) {
  const parsed = parseInvitationList(text, known);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries.map(({ raw: _raw, ...entry }) => entry);
}
const entry = (line: number, email: string, name = "", roleText = "", className = "") => ({
  line,
  email,
  name,
  roleText,
  className,
});

describe("a list with a header", () => {
  it("takes columns in any order, a BOM, CRLF, quotes and blank lines", () => {
    const text =
      '\uFEFFclass,role,email,name\r\n"Robotics, 1",coach,"a@x.example","D\'Souza, Ana"\r\n\r\n,,b@x.example,\r\n';
    expect(entries(text)).toEqual([
      entry(2, "a@x.example", "D'Souza, Ana", "coach", "Robotics, 1"),
      entry(4, "b@x.example"),
    ]);
  });

  it.each([
    ["Correo electrónico;Nombre;Rol;Sección\nana@x.example;Ana Peña;Docente;5.º B", "5.º B"],
    ["E-mail\tName\tRole\tClass\nana@x.example\tAna Peña\tDocente\t5.º B", "5.º B"],
  ])("takes Spanish names and other separators", (text, className) => {
    expect(entries(text)).toEqual([entry(2, "ana@x.example", "Ana Peña", "Docente", className)]);
  });

  it("joins first and last names", () => {
    expect(entries("Apellidos,Nombres,Correo\nPeña Ruiz,Ana,ana@x.example")).toEqual([
      entry(2, "ana@x.example", "Ana Peña Ruiz"),
    ]);
  });

  it("counts lines of the file where a quoted field spans two", () => {
    expect(entries('email,name\na@x.example,"Ana\nPeña"\nb@x.example,Bo').map(({ line }) => line)).toEqual([
      2, 4,
    ]);
  });

  it("loses no line to a stray quote", () => {
    const text = 'email,name\na@x.example,Ana\nb@x.example,"Bo\nc@x.example,Cy\nd@x.example,"Di"';
    expect(entries(text)).toEqual([
      entry(2, "a@x.example", "Ana"),
      entry(3, "b@x.example", '"Bo'),
      entry(4, "c@x.example", "Cy"),
      entry(5, "d@x.example", "Di"),
    ]);
  });

  it("keeps control characters out of names", () => {
    expect(entries("email,name\na@x.example,Ana\u0000\u001b Peña")).toEqual([
      entry(2, "a@x.example", "Ana Peña"),
    ]);
  });
});

describe("free lines", () => {
  it("reads the ways people paste", () => {
    const text = [
      "Lucía Fermín <lucia@example.com>",
      "andres@example.com, Coach",
      "Hannah O’Connell, h@x.example, 5.º B",
      "Ávila\tnestor@x.example\tdocente\t5.º B",
      "  ",
      '"Peña, Ana" <ana@x.example>; parent',
      "5.º B, PARENT, b@x.example, Bo",
      "<c@x.example>",
      "inigo at school.example, student",
    ].join("\n");
    expect(entries(text)).toEqual([
      entry(1, "lucia@example.com", "Lucía Fermín"),
      entry(2, "andres@example.com", "", "Coach"),
      entry(3, "h@x.example", "Hannah O’Connell", "", "5.º B"),
      entry(4, "nestor@x.example", "Ávila", "docente", "5.º B"),
      entry(6, "ana@x.example", "Peña, Ana", "parent"),
      entry(7, "b@x.example", "Bo", "PARENT", "5.º B"),
      entry(8, "c@x.example"),
      entry(9, "", "inigo at school.example", "student"),
    ]);
  });

  it("tells a class from a name by the school's own classes", () => {
    const classNames = new Set([foldText("Sala Azul")]);
    expect(entries("sala azul, Ana, a@x.example", { classNames })).toEqual([
      entry(1, "a@x.example", "Ana", "", "sala azul"),
    ]);
  });

  it("keeps an address written to confuse as it is, and several together, for the verdict", () => {
    expect(entries('"e@x"@y').map(({ email }) => email)).toEqual(['"e@x"@y']);
    expect(entries("a@x.example, b@x.example").map(({ email }) => email)).toEqual([
      "a@x.example, b@x.example",
    ]);
  });
});

describe("rows of a spreadsheet", () => {
  it("reads them with a header and without", () => {
    const withHeader = parseInvitationRows([
      ["Name", "E-mail"],
      ["Ana", "a@x.example"],
      ["", ""],
      ["Bo", "b@x.example"],
    ]);
    expect(withHeader).toMatchObject({
      ok: true,
      entries: [entry(2, "a@x.example", "Ana"), entry(4, "b@x.example", "Bo")],
    });
    const without = parseInvitationRows([["Ana", "a@x.example", "student", "5.º B"]]);
    expect(without).toMatchObject({
      ok: true,
      entries: [entry(1, "a@x.example", "Ana", "student", "5.º B")],
    });
  });
});

describe("limits", () => {
  it("are told", () => {
    expect(parseInvitationList("")).toEqual({ ok: false, reason: "listEmpty" });
    expect(parseInvitationList("email,name\n")).toEqual({ ok: false, reason: "listEmpty" });
    expect(parseInvitationList("a@x.example\n".repeat(1_001))).toEqual({ ok: false, reason: "listTooLong" });
    expect(parseInvitationList("a".repeat(200_001))).toEqual({ ok: false, reason: "listTooLarge" });
    expect(parseInvitationList(`email\n${"a@x.example\n".repeat(1_000)}`)).toMatchObject({ ok: true });
  });

  it("hold for anything: one entry per line that is not blank, no error, no hurry lost", () => {
    const text = fc.string({ unit: fc.constantFrom(..."a@.,;\t\n\"'<> é\r"), maxLength: 300 });
    fc.assert(
      fc.property(text, (list) => {
        const parsed = parseInvitationList(list);
        if (!parsed.ok) return;
        const lines = parsed.entries.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
      }),
    );
    const started = performance.now();
    for (const unit of ['"', "<", ",", "@", "a", '",']) parseInvitationList(unit.repeat(99_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
