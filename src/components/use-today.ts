"use client";

import { useTimeZone } from "next-intl";
import { useCallback } from "react";

/** Tells what day it is in the school's time zone, as "YYYY-MM-DD". */
export function useToday(): () => string {
  const timeZone = useTimeZone();
  // Sweden writes days as ISO 8601 does.
  return useCallback(() => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date()), [timeZone]);
}
