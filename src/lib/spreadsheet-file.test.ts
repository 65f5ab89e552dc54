import { setImmediate } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readSheets, type SpreadsheetLimits } from "./spreadsheet-file";
import { readZipDirectory } from "./zip-directory";

const LIMITS: SpreadsheetLimits = {
  ...{ bytes: 25_000_000, rows: 10_040, columns: 300, cells: 1_500_000, zipEntries: 1_000 },
  ...{ inflatedBytes: 160_000_000, milliseconds: 60_000, heapMegabytes: 1_024 },
};

function workbook(rows: unknown[][]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Lista");
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}

/** A workbook whose sheet inflates to something else, with a declared size of the caller's choice. */
function withSheet(packed: Buffer, declared: number): Buffer {
  const whole = workbook([["a"]]);
  const entry = readZipDirectory(whole, 100)?.find(({ name }) => name === "xl/worksheets/sheet1.xml");
  if (!entry) throw new Error("No sheet");
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(declared, 22);
  head.writeUInt16LE(name.length, 26);
  const start = whole.readUInt32LE(whole.length - 22 + 16);
  const directory = Buffer.from(whole.subarray(start, whole.length - 22));
  const at = directory.indexOf(name) - 46;
  directory.writeUInt32LE(packed.length, at + 20);
  directory.writeUInt32LE(declared, at + 24);
  directory.writeUInt32LE(start, at + 42);
  const end = Buffer.from(whole.subarray(whole.length - 22));
  end.writeUInt32LE(start + head.length + name.length + packed.length, 16);
  return Buffer.concat([whole.subarray(0, start), head, name, packed, directory, end]);
}

/** The most memory that the process takes while `fn` runs, above what it has before. */
async function peak<T>(fn: () => Promise<T>): Promise<{ value: T; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const value = await fn();
  clearInterval(watch);
  return { value, megabytes: (most - before) / 1e6 };
}

describe("a spreadsheet", () => {
  it("keeps numbers, text, yes and no apart, days of either calendar alike, and blank cells empty", async () => {
    const rows = [["a", 1, true], [], [null, " ", "45925", 45925.5]];
    expect(await readSheets(workbook(rows), LIMITS)).toEqual({
      ...{ ok: true, format: "xlsx" },
      sheets: [{ name: "Lista", rows: [["a", 1, true], [], [null, null, "45925", 45925.5]] }],
    });
    const book = utils.book_new();
    book.Workbook = { WBProps: { date1904: true } };
    utils.book_append_sheet(
      book,
      { A1: { t: "n", v: 100, z: "dd/mm/yyyy" }, B1: { t: "n", v: 100 }, "!ref": "A1:B1" },
      "x",
    );
    const old = Buffer.from(write(book, { type: "buffer", bookType: "xlsx" }));
    expect(await readSheets(old, LIMITS)).toMatchObject({ sheets: [{ rows: [[1562, 100]] }] });
  });

  it.each([
    ["UTF-8 with BOM", Buffer.from("\uFEFFCédula,Año\r\n1,'+58 414\r\n")],
    ["Windows-1252", Buffer.from("Cédula;Año\n1;+58 414\n", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFCédula\tAño\n1\t+58 414\n", "utf16le")],
  ])("in %s is text without a program's marks", async (_, bytes) => {
    expect(await readSheets(bytes, LIMITS)).toEqual({
      ...{ ok: true, format: "csv" },
      sheets: [
        {
          name: "",
          rows: [
            ["Cédula", "Año"],
            ["1", "+58 414"],
          ],
        },
      ],
    });
  });

  it("that is a bomb is refused by its declared size, and by its real one when it lies, in bounded memory", async () => {
    const bomb = deflateRawSync(Buffer.alloc(1_000_000_000, "<row/>"), { level: 9 });
    expect(bomb.length).toBeLessThan(2_000_000);
    for (const declared of [1_000_000_000, 1_000]) {
      const { value, megabytes } = await peak(() => readSheets(withSheet(bomb, declared), LIMITS));
      expect(value).toEqual({ ok: false, reason: "tooComplex" });
      expect(megabytes).toBeLessThan(450);
    }
  }, 60_000);

  it("of 200 MB is refused before anything of it is read", async () => {
    const file = Buffer.alloc(200_000_000);
    const { value, megabytes } = await peak(() => readSheets(file, LIMITS));
    expect(value).toEqual({ ok: false, reason: "tooLarge" });
    expect(megabytes).toBeLessThan(50);
  });

  it("that is large is read while the process goes on answering", async () => {
    const large = workbook(
      Array.from({ length: 4_000 }, (_, row) => Array.from({ length: 60 }, (_, n) => `${row}-${n}`)),
    );
    let isRead = false;
    const reading = readSheets(large, LIMITS).finally(() => {
      isRead = true;
    });
    let answered = 0;
    while (!isRead) {
      await setImmediate();
      answered += 1;
    }
    expect(await reading).toMatchObject({ ok: true });
    // Each turn of the loop is an answer that did not wait for the file.
    expect(answered).toBeGreaterThan(1_000);
  }, 60_000);
});
