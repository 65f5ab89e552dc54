import { expect, test } from "vitest";
import { wallClock, wallClockCell } from "./wall-clock";

test("a moment is written as the school's clock shows it, zone by zone", () => {
  const moment = new Date("2026-03-01T02:05:00Z");
  expect(wallClock(moment, "America/Caracas")).toBe("2026-02-28 22:05");
  expect(wallClock(moment, "Asia/Tokyo")).toBe("2026-03-01 11:05");
  expect(wallClock(moment, "America/Caracas")).toBe("2026-02-28 22:05");
  expect(wallClockCell(moment, "America/Caracas", "csv")).toBe("2026-02-28 22:05");
  expect(wallClockCell(moment, "America/Caracas", "xlsx")).toEqual(new Date("2026-02-28T22:05:00Z"));
});
