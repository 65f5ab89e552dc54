/** "2026-11-18 07:12", as the clock on the school's wall said. */
export function wallClock(date: Date, timeZone: string): string {
  return clockOf(timeZone).format(date);
}

/** A moment as a cell: a cell of type date knows no zone and gets the school's clock as if it were UTC's. */
export function wallClockCell(date: Date, timeZone: string, format: "csv" | "xlsx"): string | Date {
  const local = wallClock(date, timeZone);
  return format === "csv" ? local : new Date(`${local.replace(" ", "T")}:00Z`);
}

let kept: { timeZone: string; clock: Intl.DateTimeFormat } | undefined;

// Making one costs more than reading it a thousand times, and a file has one zone.
function clockOf(timeZone: string): Intl.DateTimeFormat {
  if (kept?.timeZone !== timeZone) {
    // Sweden writes dates as ISO 8601 does.
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
    kept = { timeZone, clock };
  }
  return kept.clock;
}
