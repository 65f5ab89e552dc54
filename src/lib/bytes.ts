const UNITS = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** An amount of bytes in the greatest unit that it fills, in thousands as disks are sold; kilobytes at least. */
export function bytesIn(bytes: number): { value: number; unit: (typeof UNITS)[number] } {
  const power = bytes < 1_000 ? 1 : Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  return { value: bytes / 1_000 ** power, unit: UNITS[power - 1] ?? "kilobyte" };
}
