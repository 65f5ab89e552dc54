import { deflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSpreadsheetRows } from "./spreadsheet-rows";
import { toXlsx } from "./xlsx";
import { readZipDirectory } from "./zip-directory";

const people = [
  ["email", "name"],
  ["ana@x.example", "Ana Peña"],
];

function xlsx(rows: (string | number)[][]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "People");
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}

/** A valid workbook in which one part is swapped for `content`, with a declared size of the caller's choice. */
function withPart(name: string, packed: Buffer, declaredSize: number): Buffer {
  const original = xlsx(people);
  const parts = (readZipDirectory(original, 200) ?? []).map((entry) => {
    const dataAt =
      entry.offset + 30 + original.readUInt16LE(entry.offset + 26) + original.readUInt16LE(entry.offset + 28);
    const data = original.subarray(dataAt, dataAt + entry.compressedSize);
    return entry.name === name
      ? { ...entry, data: packed, size: declaredSize, method: 8 }
      : { ...entry, data };
  });
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(part.method, 8);
    local.writeUInt32LE(part.data.length, 18);
    local.writeUInt32LE(part.size, 22);
    local.writeUInt16LE(part.name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(part.method, 10);
    central.writeUInt32LE(part.data.length, 20);
    central.writeUInt32LE(part.size, 24);
    central.writeUInt16LE(part.name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(part.name), part.data);
    directory.push(central, Buffer.from(part.name));
    offset += 30 + part.name.length + part.data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe("readSpreadsheetRows", () => {
  it("reads .xlsx by whoever wrote it, as shown", async () => {
    expect(await readSpreadsheetRows(xlsx(people))).toEqual({ ok: true, rows: people });
    const ours = await toXlsx(
      "People",
      [{ header: "email", value: (row: string) => row }],
      ["ana@x.example"],
    );
    expect(await readSpreadsheetRows(ours)).toEqual({ ok: true, rows: [["email"], ["ana@x.example"]] });
    expect(await readSpreadsheetRows(xlsx([["a"], [], ["", 1.5]]))).toEqual({
      ok: true,
      rows: [["a"], [], ["", "1.5"]],
    });
  });

  it.each([
    ["UTF-8 with BOM", Buffer.from("\uFEFFemail,name\r\nana@x.example,Ana Peña\r\n")],
    ["Windows-1252", Buffer.from("email;name\nana@x.example;Ana Peña", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFemail\tname\nana@x.example\tAna Peña", "utf16le")],
  ])("reads .csv in %s", async (_, bytes) => {
    expect(await readSpreadsheetRows(bytes)).toEqual({ ok: true, rows: people });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["blank text", Buffer.from(" \n \n"), "empty"],
    ["two bytes", Buffer.from("P"), undefined],
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "oldExcel"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "notASpreadsheet"],
    ["a broken zip", Buffer.from("PK\u0003\u0004 and then nothing"), "damaged"],
    ["too many bytes", Buffer.alloc(2_000_001, "a"), "tooLarge"],
    ["too many lines", Buffer.from("a@x.example\n".repeat(1_002)), "tooManyRows"],
    ["too many columns", Buffer.from(",".repeat(20)), undefined],
    ["too many full columns", Buffer.from("a,".repeat(21)), "tooManyColumns"],
  ])("answers %s", async (_, bytes, reason) => {
    const read = await readSpreadsheetRows(bytes);
    if (reason) expect(read).toEqual({ ok: false, reason });
  });

  it("limits rows and columns of .xlsx, and takes as many as it says", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [`p${index}@x.example`]);
    expect(await readSpreadsheetRows(xlsx(rows(1_002)))).toEqual({ ok: false, reason: "tooManyRows" });
    expect(await readSpreadsheetRows(xlsx(rows(1_001)))).toMatchObject({ ok: true });
    expect(await readSpreadsheetRows(xlsx([Array(21).fill("a")]))).toEqual({
      ok: false,
      reason: "tooManyColumns",
    });
  });

  it("refuses a bomb by its declared size, and by its real one when it lies, in bounded memory", async () => {
    const bomb = deflateRawSync(Buffer.alloc(300_000_000, "<row/>"), { level: 9 });
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 5);
    for (const declared of [300_000_000, 1_000])
      expect(await readSpreadsheetRows(withPart("xl/worksheets/sheet1.xml", bomb, declared))).toEqual({
        ok: false,
        reason: "tooComplex",
      });
    clearInterval(watch);
    expect(peak - before).toBeLessThan(200_000_000);
  });

  it("refuses a dense sheet that fits the budget, within its memory and time", async () => {
    const row = (_: unknown, index: number) =>
      `<row r="${index + 1}"><c r="A${index + 1}" t="str"><v>a</v></c></row>`;
    const sheet = `<worksheet><sheetData>${Array.from({ length: 250_000 }, row).join("")}</sheetData></worksheet>`;
    const read = await readSpreadsheetRows(
      withPart("xl/worksheets/sheet1.xml", deflateRawSync(sheet), 1_000),
    );
    expect(read).toEqual({ ok: false, reason: expect.stringMatching(/^(tooManyRows|tooComplex)$/) });
  }, 20_000);

  it("never throws at damaged files", async () => {
    const whole = xlsx(people);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        await readSpreadsheetRows(damaged);
      }),
      { numRuns: 15 },
    );
  });
});
