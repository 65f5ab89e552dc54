import { describe, expect, it } from "vitest";
import { tintOf } from "./avatar";
import { schoolInitials } from "./crest";
import { isUnder } from "./nav-item";
import { nextSort, toggled, toggledAll } from "./table-types";

describe("table state", () => {
  it("turns a sort round and starts a new column upwards", () => {
    const up = nextSort(undefined, "name");
    expect(up).toEqual({ column: "name", direction: "ascending" });
    expect(nextSort(up, "name").direction).toBe("descending");
    expect(nextSort(nextSort(up, "name"), "name").direction).toBe("ascending");
    expect(nextSort(up, "role")).toEqual({ column: "role", direction: "ascending" });
  });

  it("selects one row, a page, and lets go of it without touching the rest", () => {
    const one = toggled(new Set(["x"]), "a");
    expect([...one]).toEqual(["x", "a"]);
    expect([...toggled(one, "x")]).toEqual(["a"]);
    const page = toggledAll(one, ["a", "b"]);
    expect([...page].sort()).toEqual(["a", "b", "x"]);
    expect([...toggledAll(page, ["a", "b"])]).toEqual(["x"]);
    expect([...toggledAll(one, [])]).toEqual(["x", "a"]);
  });
});

describe("names", () => {
  it("gives the same tint to the same name", () => {
    expect(tintOf("Ana Ruiz")).toBe(tintOf("Ana Ruiz"));
    expect(tintOf("")).toBe(0);
  });

  it.each([
    ["StemBlock AI", "SA"],
    ["U.E. Andrés Bello", "AB"],
    ["Colegio de la Paz", "CP"],
    ["escuela", "E"],
    ["", ""],
  ])("draws the crest of %s as %s", (name, letters) => expect(schoolInitials(name)).toBe(letters));
});

describe("isUnder", () => {
  it("knows an address and what lies below it, not what merely begins alike", () => {
    expect(isUnder("/users", "/users")).toBe(true);
    expect(isUnder("/users/7", "/users")).toBe(true);
    expect(isUnder("/users-old", "/users")).toBe(false);
  });
});
