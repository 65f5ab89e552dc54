import type { PickItem } from "@/components/ui/use-options";

/** A time zone by its place: "Caracas (America)". */
export function timeZoneItem(zone: string): PickItem {
  const [region = "", ...places] = zone.replaceAll("_", " ").split("/");
  const place = places.join(", ");
  return { id: zone, label: place === "" ? region : `${place} (${region})` };
}

/** Every time zone that this browser knows, by place, with how far it is from UTC today. */
export function timeZoneItems(today = new Date()): PickItem[] {
  return Intl.supportedValuesOf("timeZone")
    .map((zone) => ({ ...timeZoneItem(zone), detail: offsetOf(zone, today) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

function offsetOf(timeZone: string, day: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(day);
  return parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "";
}
