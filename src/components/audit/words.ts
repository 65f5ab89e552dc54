import type { useFormatter, useTranslations } from "next-intl";

/** What words of events are made with; the same in a component and in a route. */
export interface WordTools {
  /** Of all messages. */
  t: Translate;
  format: ReturnType<typeof useFormatter>;
  /** An instant, by the school's clock. */
  moment: (date: Date) => string;
  /** A day of the calendar, given as "YYYY-MM-DD". */
  calendarDay: (iso: string) => string;
}

/** A translator whose keys come from the log, which no type knows. */
export interface Translate {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
  rich: ReturnType<typeof useTranslations<"audit">>["rich"];
  markup: ReturnType<typeof useTranslations<"audit">>["markup"];
}

/** The translator of all messages for keys that are read from the log; ask `has` first. */
export function looseTranslator(t: unknown): Translate {
  return t as Translate;
}
