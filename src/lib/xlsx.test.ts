import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { toXlsx } from "./xlsx";

type Row = { name: string; age: number | null; joined: Date; active: boolean };
const columns = [
  { header: "Name", value: (row: Row) => row.name, width: 30 },
  { header: "Age", value: (row: Row) => row.age },
  { header: "Joined", value: (row: Row) => row.joined },
  { header: "Active", value: (row: Row) => row.active },
];
const joined = new Date("2026-11-20T12:00:00Z");

describe("toXlsx", () => {
  it("writes typed cells that are read back", async () => {
    const rows: Row[] = [
      { name: "Ana Peña", age: -5, joined, active: true },
      { name: '=HYPERLINK("http://x")', age: null, joined, active: false },
      { name: "+1\u0000\ud800<&>", age: 7, joined, active: false },
    ];
    const book = read(await toXlsx("People", columns, rows), { type: "buffer", cellFormula: true });
    const sheet = book.Sheets.People;
    expect(sheet?.A2).toMatchObject({ t: "s", v: "Ana Peña" });
    expect(sheet?.B2).toMatchObject({ t: "n", v: -5 });
    expect(sheet?.D2).toMatchObject({ t: "b", v: true });
    expect(sheet?.A3).toMatchObject({ t: "s", v: '=HYPERLINK("http://x")' });
    expect(sheet?.A3.f).toBeUndefined();
    expect(sheet?.B3).toBeUndefined();
    expect(sheet?.A4).toMatchObject({ t: "s", v: "+1<&>" });
    const [first] = sheet ? utils.sheet_to_json<{ Joined: Date }>(sheet, { UTC: true, raw: true }) : [];
    expect(first?.Joined).toBeCloseTo(46_346.5, 5);
  });

  it("writes an empty list and any sheet name", async () => {
    const book = read(await toXlsx("A/B: [x]? 'a very long name for one sheet'", columns, []), {
      type: "buffer",
    });
    expect(book.SheetNames[0]).toHaveLength(31);
    expect(read(await toXlsx("//", columns, []), { type: "buffer" }).SheetNames).toEqual(["1"]);
  });
});
