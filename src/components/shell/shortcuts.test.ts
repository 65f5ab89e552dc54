import { describe, expect, it } from "vitest";
import { placesOf } from "./navigation";
import { pressKey, shortcutsOf, type Waiting } from "./shortcuts";

const ADMIN = shortcutsOf(placesOf("ORG_ADMIN"));

/** Presses keys one after the other, so many milliseconds apart; what the last one did. */
function press(keys: string[], { of = ADMIN, apart = 200 } = {}) {
  let waiting: Waiting;
  let last: ReturnType<typeof pressKey> = {};
  keys.forEach((key, n) => {
    last = pressKey(of, key, n * apart, waiting);
    waiting = last.waiting;
  });
  return last.act;
}

describe("shortcuts", () => {
  it.each([
    [["?"], { kind: "help" }],
    [["/"], { kind: "search" }],
    [["n"], { kind: "create" }],
    [["j"], { kind: "rows" }],
    [["g", "d"], { kind: "go", href: "/org-admin" }],
    [["g", "c"], { kind: "go", href: "/org-admin/classes" }],
    [["x", "g", "u"], { kind: "go", href: "/org-admin/users" }],
  ])("%j does %j", (keys, act) => expect(press(keys)).toEqual(act));

  it("gives up a prefix after another key, and after a while", () => {
    expect(press(["g", "x", "u"])).toBeUndefined();
    expect(press(["g", "n"])).toBeUndefined();
    expect(press(["g", "u"], { apart: 2_000 })).toBeUndefined();
    expect(press(["g", "n"], { apart: 2_000 })).toEqual({ kind: "create" });
  });

  it("goes only where the role may", () => {
    const coach = shortcutsOf(placesOf("COACH"));
    expect(press(["g", "c"], { of: coach })).toEqual({ kind: "go", href: "/coach/classes" });
    expect(press(["g", "h"], { of: coach })).toEqual({ kind: "go", href: "/coach" });
    for (const letter of ["u", "a", "s", "d"]) expect(press(["g", letter], { of: coach })).toBeUndefined();
  });

  it("leaves to the page what rows and fields do themselves, and chords to chords", () => {
    for (const key of ["k", "Space", "Enter", "Escape", "F6", "Mod"]) expect(press([key])).toBeUndefined();
  });

  it("has no two of the same keys", () => {
    for (const role of ["STUDENT", "COACH", "ORG_ADMIN", "ADMIN"] as const) {
      const keys = shortcutsOf(placesOf(role)).map((shortcut) => shortcut.keys.join(" "));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
