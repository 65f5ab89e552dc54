import { describe, expect, it } from "vitest";
import { type CursorTrail, pageAfter, pageBefore } from "./cursor-trail";

const FIRST: CursorTrail = { after: null, trail: [] };

describe("a walk through pages", () => {
  it("leads back the way it came", () => {
    const second = pageAfter(FIRST, "b");
    const third = pageAfter(second, "c");
    expect(third).toEqual({ after: "c", trail: ["b"] });
    expect(pageBefore(third)).toEqual(second);
    expect(pageBefore(second)).toEqual(FIRST);
  });

  it("forgets its beginning, and then leads back to the first page", () => {
    let page = FIRST;
    for (let index = 0; index < 40; index += 1) page = pageAfter(page, `c${index}`);
    expect(page.trail).toHaveLength(15);
    for (let index = 0; index < 16; index += 1) page = pageBefore(page);
    expect(page).toEqual(FIRST);
  });
});
