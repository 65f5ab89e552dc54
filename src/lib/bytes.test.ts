import { expect, test } from "vitest";
import { bytesIn } from "./bytes";

test.each([
  [0, 0, "kilobyte"],
  [400, 0.4, "kilobyte"],
  [1_000, 1, "kilobyte"],
  [999_999, 999.999, "kilobyte"],
  [1_000_000, 1, "megabyte"],
  [2_500_000_000, 2.5, "gigabyte"],
  [3e15, 3_000, "terabyte"],
])("%d bytes are %d of the unit %s", (bytes, value, unit) => {
  expect(bytesIn(bytes)).toEqual({ value, unit });
});
