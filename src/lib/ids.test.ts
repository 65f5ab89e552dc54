import { describe, expect, it } from "vitest";
import { isUuid, newId } from "./ids";

describe("ids", () => {
  it("sort in the order in which they are made", () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(isUuid(id)).toBe(true);
  });

  it.each([
    "",
    "x",
    undefined,
    7,
    `${newId()}'; drop table users; --`,
    `${newId()}\n`,
    newId().replaceAll("-", ""),
    `{${newId()}}`,
    "00000000-0000-0000-0000-000000000000",
  ])("are not %j", (text) => expect(isUuid(text)).toBe(false));
});
