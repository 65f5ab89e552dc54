"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CLOCK, useDay } from "@/components/use-day";
import { DAY } from "@/lib/duration";

const MINUTE = 60_000;

const LONG = { day: "numeric", month: "long", year: "numeric" } as const;

/** Dates and moments as lists and panels write them, in the school's time zone. */
export function useDates(now: Date) {
  const format = useFormatter();
  const t = useTranslations("users");
  const { day: short } = useDay();

  /** How long ago, the coarser the longer: "2 min ago", "Today, 07:12", "Yesterday", then the date. */
  function ago(date: Date | null): string {
    if (!date) return t("never");
    const passed = now.getTime() - date.getTime();
    if (passed < MINUTE) return t("justNow");
    if (passed < 60 * MINUTE) return t("minutesAgo", { minutes: Math.floor(passed / MINUTE) });
    const day = short(date);
    if (day === short(now)) return t("todayAt", { time: format.dateTime(date, CLOCK) });
    return day === short(new Date(now.getTime() - DAY)) ? t("yesterday") : day;
  }

  return {
    short,
    ago,
    long: (date: Date) => format.dateTime(date, LONG),
    moment: (date: Date) => format.dateTime(date, { ...LONG, ...CLOCK }),
  };
}

/** The time, from the one that the server drew the page with; moves on every half minute. */
export function useClock(start: Date): Date {
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
