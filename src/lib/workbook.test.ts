import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "./workbook";

const opened = (bytes: Buffer) => read(bytes, { type: "buffer", cellNF: true, cellFormula: true });

describe("writeWorkbook", () => {
  it("writes days without an hour, and cells with a look of their own", async () => {
    const bytes = await writeWorkbook([
      {
        name: "Matrícula",
        rows: [
          [{ value: "Liceo", bold: true, span: 2 }, null],
          [{ day: "2009-12-19" }, { value: { day: "1950-10-24" }, align: "center" }],
          [{ value: "", bold: true }, { value: 0 }],
        ],
      },
    ]);
    const sheet = opened(bytes).Sheets.Matrícula;
    expect(sheet?.["!merges"]).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]);
    expect(sheet?.A2).toMatchObject({ t: "n", v: 40_166, z: "dd/mm/yyyy" });
    expect(sheet?.B2).toMatchObject({ t: "n", v: 18_560 });
    expect(sheet?.A3?.v).toBeUndefined();
    expect(sheet?.B3).toMatchObject({ t: "n", v: 0 });
  });

  it("gives each sheet a name of its own", async () => {
    const long = "1er Grado de Educación Primaria A";
    const names = ["A", "a", long, long, "A/B"];
    const bytes = await writeWorkbook(names.map((name) => ({ name, rows: [[name]] })));
    expect(opened(bytes).SheetNames).toEqual([
      "A",
      "a (2)",
      "1er Grado de Educación Primaria",
      "1er Grado de Educación Prim (2)",
      "A B",
    ]);
  });

  it("leaves a large one to another thread and goes on answering meanwhile", async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) =>
      Array.from({ length: 20 }, (_, m) => (m === 0 ? { day: "2010-01-01" } : m % 2 ? `=${n}·${m}` : n * m)),
    );
    let ticks = 0;
    const clock = setInterval(() => ticks++, 5);
    const [first, second] = await Promise.all([
      writeWorkbook([{ name: "Large", rows }]),
      writeWorkbook([{ name: "Also", rows }]),
    ]);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
    const sheet = opened(first).Sheets.Large;
    expect(sheet ? utils.decode_range(sheet["!ref"] ?? "").e : undefined).toEqual({ r: 1_499, c: 19 });
    expect(sheet?.A1500).toMatchObject({ t: "n", v: 40_179, z: "dd/mm/yyyy" });
    expect(sheet?.B1500).toMatchObject({ t: "s", v: "=1499·1" });
    expect(sheet?.B1500.f).toBeUndefined();
    expect(opened(second).SheetNames).toEqual(["Also"]);
  });
});
