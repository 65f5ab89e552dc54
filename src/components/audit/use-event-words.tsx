"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "@/components/use-day";
import { eventMessage, type WordedEvent } from "./event-words";
import type { Names } from "./value-words";
import { looseTranslator, type WordTools } from "./words";

/** What the words of events need, in the language of the page and by the school's clock. */
export function useWordTools(): WordTools {
  const t = looseTranslator(useTranslations());
  const format = useFormatter();
  const { moment, calendarDay } = useDay();
  return { t, format, moment, calendarDay };
}

export interface EventWords {
  /** "changed the role of **Alex** from Student to Coach": begins in small letters. */
  phrase: (event: WordedEvent, names?: Names) => ReactNode;
  /** The same behind the name of who did it. */
  sentence: (event: WordedEvent, names?: Names) => ReactNode;
}

/** Events of the log in words, names emphasised. */
export function useEventWords(): EventWords {
  const tools = useWordTools();
  const phrase = (event: WordedEvent, names?: Names) => {
    const { key, values } = eventMessage(event, tools, names);
    return tools.t.rich(key as "other", { ...values, b: (chunks) => <b>{chunks}</b> });
  };
  return {
    phrase,
    sentence: (event, names) => (
      <>
        <b>{event.actorName}</b> {phrase(event, names)}
      </>
    ),
  };
}
