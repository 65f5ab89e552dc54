import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

const column = [{ header: "Name", value: (row: { name: string }) => row.name }];
const read = (csv: string) => Papa.parse<string[]>(csv.slice(1), { newline: "\r\n" }).data.slice(0, -1);

describe("toCsv", () => {
  it("begins with a BOM and ends lines as Excel does", () => {
    expect(toCsv(column, [{ name: "Ávila" }])).toBe("\uFEFFName\r\nÁvila\r\n");
    expect(toCsv(column, [])).toBe("\uFEFFName\r\n");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")', "\n=1"])(
    "disarms %j",
    (name) => {
      expect(read(toCsv(column, [{ name }]))).toEqual([["Name"], [`'${name}`]]);
    },
  );

  it("leaves numbers, booleans and dates as they are", () => {
    const csv = toCsv(
      [
        { header: "n", value: () => -5 },
        { header: "b", value: () => true },
        { header: "d", value: () => new Date(0) },
        { header: "nothing", value: () => null },
      ],
      [{}],
    );
    expect(csv).toBe("\uFEFFn,b,d,nothing\r\n-5,true,1970-01-01T00:00:00.000Z,\r\n");
  });

  it("gives back every text, no cell beginning as a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string({ unit: "binary" }), note: fc.string() }), { maxLength: 8 }),
        (rows) => {
          const both = [
            { header: "a", value: (row: { name: string }) => row.name },
            { header: "b", value: (row: { note: string }) => row.note },
          ];
          const [, ...cells] = read(toCsv(both, rows));
          expect(
            cells.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""))),
          ).toEqual(
            rows.map(({ name, note }) =>
              [name, note].map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")),
            ),
          );
          for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });
});
