import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CursorError, decodeCursor, encodeCursor } from "./cursor";

const schema = z.tuple([z.string(), z.uuid()]);
const id = "01936d2e-7f5c-7000-8000-000000000001";

describe("a cursor", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (key) => {
        expect(decodeCursor(schema, encodeCursor([key, id]))).toEqual([key, id]);
      }),
    );
  });

  it.each([
    "",
    "not a cursor",
    "e30",
    encodeCursor(["a"]),
    encodeCursor(["a", "b"]),
    "A".repeat(2_000),
    "%00",
    "_w",
  ])("is refused when it is %j", (cursor) => expect(() => decodeCursor(schema, cursor)).toThrow(CursorError));
});
