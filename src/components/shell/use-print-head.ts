"use client";

import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { useDay } from "@/components/use-day";

/** Gives the print rules of globals.css the line at the head of every sheet: the school, and the day of printing. */
export function usePrintHead(school: string): void {
  const { day } = useDay();
  const timeZone = useTimeZone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `day` is new each time, its words depend on the zone
  useEffect(() => {
    const write = () => {
      const { style } = document.documentElement;
      style.setProperty("--print-school", cssString(school));
      style.setProperty("--print-day", cssString(day(new Date())));
    };
    write();
    window.addEventListener("beforeprint", write);
    return () => window.removeEventListener("beforeprint", write);
  }, [school, timeZone]);
}

function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
