import { expect, it } from "vitest";
import { timeZoneItem, timeZoneItems } from "./time-zones";

it("are named by their place", () => {
  expect(timeZoneItem("America/Caracas")).toEqual({ id: "America/Caracas", label: "Caracas (America)" });
  expect(timeZoneItem("America/Argentina/Buenos_Aires").label).toBe("Argentina, Buenos Aires (America)");
  expect(timeZoneItem("UTC").label).toBe("UTC");
});

it("stand in the order of their places, with how far they are from UTC", () => {
  const zones = timeZoneItems(new Date("2026-01-15T12:00:00Z"));
  expect(zones.find(({ id }) => id === "America/Caracas")).toMatchObject({ detail: "UTC-4" });
  expect(zones.find(({ id }) => id === "Europe/Madrid")).toMatchObject({ detail: "UTC+1" });
  const labels = zones.map(({ label }) => label);
  expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
});
