"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Tabs } from "@/components/ui/tabs";
import { canAny } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { STUDENT_TABS, type StudentArea, type StudentTab, studentHref, TAB_READERS } from "../student-url";

export interface StudentTabsProps {
  id: string;
  area: StudentArea;
  role: Role;
  current: StudentTab;
}

/** The parts of a record that the viewer may see. */
export function StudentTabs({ id, area, role, current }: StudentTabsProps) {
  const t = useTranslations("students.tabs");
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
        items={STUDENT_TABS.filter((tab) => canAny(role, TAB_READERS[tab])).map((tab) => ({
          href: studentHref(area, id, { tab }),
          label: t(tab),
          current: tab === current,
        }))}
      />
    </div>
  );
}
