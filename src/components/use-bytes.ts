"use client";

import { useFormatter } from "next-intl";
import { bytesIn } from "@/lib/bytes";

/** An amount of bytes in words, in the greatest unit that it fills. */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const { value, unit } = bytesIn(bytes);
    return format.number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  };
}
