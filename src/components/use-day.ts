"use client";

import { useFormatter, useLocale } from "next-intl";

const NUMERIC = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
/** The time of day, in 24 hours. */
export const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Days and moments as lists write them: dd/mm/yyyy in Spanish, the month's name in English. */
export function useDay() {
  const format = useFormatter();
  const day =
    useLocale() === "es-VE" ? NUMERIC : ({ day: "numeric", month: "short", year: "numeric" } as const);
  return {
    day: (date: Date) => format.dateTime(date, day),
    /** A day of the calendar, given as "YYYY-MM-DD": the same in every time zone. */
    calendarDay: (iso: string) => format.dateTime(new Date(iso), { ...day, timeZone: "UTC" }),
    moment: (date: Date) => format.dateTime(date, { ...day, ...CLOCK }),
  };
}
