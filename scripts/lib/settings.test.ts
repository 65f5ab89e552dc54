import { expect, test } from "vitest";
import { readSettings } from "./settings";

const OWNER = "postgres://root:x@db.example:5432/homeroom";
const APP = "postgres://homeroom_app:0123456789abcdef@pool.example:6432/homeroom";

test("nothing set means a server of ours, on this machine alone", () => {
  expect(readSettings({})).toEqual({ database: { kind: "embedded" }, port: 3000, host: "127.0.0.1" });
  expect(readSettings({ DATABASE_URL: "", PORT: "" }).database).toEqual({ kind: "embedded" });
});

test("one address is the owner's, whichever name it bears", () => {
  const owner = { kind: "external", ownerUrl: OWNER };
  expect(readSettings({ DATABASE_URL: OWNER }).database).toEqual(owner);
  expect(readSettings({ DATABASE_OWNER_URL: OWNER }).database).toEqual(owner);
});

test("with both, DATABASE_URL is the app's way in, and the direct one is kept", () => {
  expect(
    readSettings({ DATABASE_OWNER_URL: OWNER, DATABASE_URL: APP, DATABASE_DIRECT_URL: OWNER }).database,
  ).toEqual({ kind: "external", ownerUrl: OWNER, appUrl: APP, directUrl: OWNER });
});

test.each([
  [{ PORT: "eighty" }, /^Setting PORT: /],
  [{ PORT: "70000" }, /^Setting PORT: /],
  [{ DATABASE_URL: "mysql://a@b/c" }, /^Setting DATABASE_URL: expected postgres:/],
  [{ DATABASE_URL: "nonsense" }, /^Setting DATABASE_URL: expected postgres:/],
  [{ DATABASE_DIRECT_URL: OWNER }, /^Setting DATABASE_DIRECT_URL: /],
  [{ DATABASE_OWNER_URL: OWNER, DATABASE_URL: OWNER }, /^Setting DATABASE_URL: .*homeroom_app/],
])("%o is refused in one line", (environment, line) => {
  expect(() => readSettings(environment)).toThrow(line);
  try {
    readSettings(environment);
  } catch (error) {
    expect(String(error)).not.toContain("\n");
  }
});
