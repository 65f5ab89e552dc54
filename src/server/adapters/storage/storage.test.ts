import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test, vi } from "vitest";
import { newId } from "@/lib/ids";
import { isStorageKey, schoolKey, studentKey } from "./key";
import { localStorage } from "./local";
import { secondsLeft, signUrl } from "./signed-url";
import { fileUrl, storage } from "./storage";

vi.stubEnv("DATABASE_URL", "postgres://app:x@127.0.0.1/x");
vi.stubEnv("WORKER_DATABASE_URL", "postgres://worker:x@127.0.0.1/x");

const home = mkdtempSync(join(tmpdir(), "homeroom-storage-"));
const folder = join(home, "files");
afterAll(() => rmSync(home, { recursive: true }));

const OTHERS = [
  "",
  "schools",
  "etc/passwd",
  "/etc/passwd",
  "schools/../../etc/passwd",
  "schools/not-an-id/logos/a.webp",
];
const ours = "0199e5a0-1f2b-7c3d-8e4f-5a6b7c8d9e0f";
/** None is a key, though each begins as one. */
const CROOKED = [
  "",
  "/",
  "/..",
  "/a",
  "/logos",
  "/logos/",
  "/logos/..",
  "/logos/../a.webp",
  "/../../../etc/passwd",
  "/logos//a.webp",
  "/logos/.hidden",
  "/logos/a..webp",
  "/logos/a.webp/",
  "/logos/a.webp/../../b",
  "/logos\\..\\a",
  "/logos/a\0.webp",
  "/logos/%2e%2e/a",
  "/logos/A.webp",
  "/logos/ávila.webp",
  "/logos/a b.webp",
  `/logos/${"a".repeat(200)}`,
].map((rest) => `schools/${ours}${rest}`);

const drivers = [{ name: "local", driver: localStorage(folder) }];

describe.each(drivers)("the $name driver", ({ driver }) => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = async (key: string) => {
    const file = await driver.get(key);
    return file && { text: await new Response(file.stream).text(), size: file.size };
  };

  it("gives back what was put, replaces it whole, and forgets it", async () => {
    const key = schoolKey(newId(), "logos", "a.webp");
    expect(await driver.exists(key)).toBe(false);
    expect(await driver.get(key)).toBeUndefined();
    await driver.put(key, bytes("a longer first text"));
    expect(await driver.exists(key)).toBe(true);
    await driver.put(key, bytes("second"));
    expect(await read(key)).toEqual({ text: "second", size: 6 });
    await driver.delete(key);
    await driver.delete(key);
    expect(await driver.exists(key)).toBe(false);
    expect(await driver.get(key)).toBeUndefined();
  });

  it("keeps empty files and all bytes", async () => {
    const key = schoolKey(newId(), "photos", "all.webp");
    await driver.put(key, new Uint8Array());
    expect(await read(key)).toEqual({ text: "", size: 0 });
    const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    await driver.put(key, all);
    const file = await driver.get(key);
    expect(new Uint8Array(await new Response(file?.stream).arrayBuffer())).toEqual(all);
  });

  it("lists what is under a folder, and nothing of another school", async () => {
    const [one, other] = [newId(), newId()];
    const keys = [
      schoolKey(one, "logos", "b.webp"),
      schoolKey(one, "logos", "a.webp"),
      schoolKey(one, "photos", "c.webp"),
    ];
    for (const key of [...keys, schoolKey(other, "logos", "d.webp")]) await driver.put(key, bytes(key));
    expect(await driver.list(`schools/${one}/`)).toEqual([...keys].sort());
    expect(await driver.list(`schools/${one}/photos/`)).toEqual([keys[2]]);
    expect(await driver.list(`schools/${newId()}/`)).toEqual([]);
    expect(await driver.size(`schools/${one}/`)).toBe(keys.join("").length);
    expect(await driver.size(`schools/${newId()}/`)).toBe(0);
    for (const prefix of [
      "",
      "/",
      "schools/",
      `schools/${one}`,
      `schools/${one}/../`,
      `schools/${one}/../../`,
    ])
      await expect(driver.list(prefix), prefix).rejects.toThrow();
  });

  it("removes all of one school, again and again, and nothing of another", async () => {
    const [one, other] = [newId(), newId()];
    const kept = schoolKey(other, "logos", "a.webp");
    for (const key of [schoolKey(one, "logos", "a.webp"), schoolKey(one, "photos", "b.webp"), kept])
      await driver.put(key, bytes(key));
    await driver.removeAll(`schools/${one}/`);
    await driver.removeAll(`schools/${one}/`);
    expect(await driver.list(`schools/${one}/`)).toEqual([]);
    expect(await driver.exists(kept)).toBe(true);
    for (const prefix of ["", "/", "schools/", `schools/${one}`, `schools/${one}/../`, "schools/../"])
      await expect(driver.removeAll(prefix), prefix).rejects.toThrow();
    expect(await driver.exists(kept)).toBe(true);
  });

  it("leaves a reader the file that they opened while another takes its place", async () => {
    const key = schoolKey(newId(), "logos", "a.webp");
    const writers = Array.from({ length: 20 }, (_, index) => String(index).repeat(40_000));
    await driver.put(key, bytes("0".repeat(40_000)));
    const [seen] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => read(key))),
      ...writers.map((text) => driver.put(key, bytes(text))),
    ]);
    for (const file of [...seen, await read(key)]) expect(writers).toContain(file?.text);
  });

  it("keeps a student's files in the student's own folder", async () => {
    const student = { organizationId: newId(), studentId: newId() };
    const key = studentKey(student, "documents", "a.pdf");
    await driver.put(key, bytes("x"));
    expect(
      await driver.list(`schools/${student.organizationId}/students/${student.studentId}/documents/`),
    ).toEqual([key]);
    expect(() => studentKey({ ...student, studentId: ".." }, "documents", "a.pdf")).toThrow();
    expect(() => studentKey(student, "documents", "../a.pdf")).toThrow();
  });

  it.each([...OTHERS, ...CROOKED])("takes %j for no key", async (key) => {
    const tries = [driver.put(key, bytes("x")), driver.get(key), driver.exists(key), driver.delete(key)];
    for (const outcome of await Promise.allSettled(tries)) expect(outcome.status).toBe("rejected");
    expect(isStorageKey(key)).toBe(false);
    expect(() => signUrl(key, { expiresIn: 60 })).toThrow();
  });
});

describe("the local driver", () => {
  const driver = localStorage(folder);

  it("keeps files for its own user's eyes and leaves nothing unfinished", async () => {
    const key = schoolKey(ours, "logos", "mine.webp");
    await driver.put(key, new Uint8Array(10));
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "schools")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, ".unfinished"))).toEqual([]);
  });

  it("follows no link out of its folder", async () => {
    const secret = join(home, "secret");
    writeFileSync(secret, "secret");
    const key = schoolKey(ours, "photos", "link.webp");
    mkdirSync(join(folder, "schools", ours, "photos"), { recursive: true });
    symlinkSync(secret, join(folder, key));
    await expect(driver.get(key)).rejects.toThrow();
    await driver.delete(key);
    expect(existsSync(secret)).toBe(true);
  });
});

describe("an address", () => {
  const key = schoolKey(ours, "logos", "a.webp");
  const HOUR = 3_600;
  const NOON = Date.UTC(2026, 10, 20, 12);

  const parts = (url: string) => {
    const { pathname, searchParams } = new URL(url, "https://school.example");
    return {
      key: pathname.replace("/api/files/", ""),
      expires: searchParams.get("expires"),
      signature: searchParams.get("signature"),
    };
  };
  const left = (url: string, now: number) => secondsLeft(parts(url).key, parts(url), now);

  test("is good for its time and no longer", () => {
    const url = signUrl(key, { expiresIn: HOUR }, NOON);
    expect(left(url, NOON)).toBe(HOUR);
    expect(left(url, NOON + 3_599_000)).toBe(1);
    expect(left(url, NOON + 3_600_000)).toBeUndefined();
  });

  test("stays the same for a while, never with less than half of its time", () => {
    const during = [0, 600, 1_799].map((seconds) =>
      signUrl(key, { expiresIn: HOUR }, NOON + seconds * 1_000),
    );
    expect(new Set(during).size).toBe(1);
    expect(left(during[0] ?? "", NOON + 1_799_999)).toBeGreaterThan(HOUR / 2);
    expect(signUrl(key, { expiresIn: HOUR }, NOON + 1_800_000)).not.toBe(during[0]);
  });

  test("is of one file and one time: nothing in it can be changed", () => {
    const good = parts(signUrl(key, { expiresIn: HOUR }, NOON));
    const late = String(Number(good.expires) + 1);
    const forged = [
      { ...good, key: schoolKey(newId(), "logos", "a.webp") },
      { ...good, key: schoolKey(ours, "photos", "a.webp") },
      { ...good, key: `schools/${ours}/` },
      { ...good, expires: late },
      { ...good, expires: `0${good.expires}` },
      { ...good, expires: `${good.expires}.0` },
      { ...good, expires: null },
      { ...good, signature: null },
      { ...good, signature: "" },
      { ...good, signature: `${good.signature}=` },
      { ...good, signature: good.signature?.replace(/^./, (first) => (first === "A" ? "B" : "A")) ?? null },
      { ...good, signature: "é".repeat(43) },
    ];
    for (const given of forged)
      expect(secondsLeft(given.key, given, NOON), JSON.stringify(given)).toBeUndefined();
    expect(secondsLeft(good.key, good, NOON)).toBe(HOUR);
  });

  test("of a page's picture is good for hours", () => {
    expect(left(fileUrl(key), Date.now())).toBeGreaterThan(3 * HOUR - 1);
    expect(storage().signedUrl(key, { expiresIn: 60 })).toContain(`/api/files/${key}?expires=`);
  });
});
