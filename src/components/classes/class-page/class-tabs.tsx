"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Tabs } from "@/components/ui/tabs";
import { type Area, CLASS_TABS, type ClassTab, classHref } from "../class-url";
import type { ClassDetail } from "../types";

const COUNTS: Partial<Record<ClassTab, (detail: ClassDetail) => number>> = {
  roster: ({ studentCount }) => studentCount,
  waiting: ({ waitingCount }) => waitingCount,
  coaches: ({ coaches }) => coaches.length,
  invitations: ({ invitedCount }) => invitedCount,
};

/** The parts of a class's page. */
export function ClassTabs({ detail, area, current }: { detail: ClassDetail; area: Area; current: ClassTab }) {
  const t = useTranslations("classes.tabs");
  const { number } = useFormatter();
  const around = useRef<HTMLDivElement>(null);
  // On a phone the row scrolls sideways: the current part is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each part
  useEffect(() => {
    const row = around.current?.firstElementChild;
    const tab = row?.querySelector<HTMLElement>("[aria-current]");
    if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <div ref={around} className="relative">
      <Tabs
        label={t("label")}
        items={CLASS_TABS.map((tab) => {
          const count = COUNTS[tab]?.(detail);
          return {
            href: classHref(area, detail.id, { tab }),
            label: t(tab),
            count: count ? number(count) : undefined,
            current: tab === current,
          };
        })}
      />
    </div>
  );
}
