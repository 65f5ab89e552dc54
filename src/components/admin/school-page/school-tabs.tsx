"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { SchoolDetail } from "../types";
import { SCHOOL_TABS, type SchoolTab, schoolHref } from "./school-url";

const COUNTS: Partial<Record<SchoolTab, (school: SchoolDetail) => number | undefined>> = {
  people: ({ people }) => people.everyone,
  classes: ({ usage }) => usage?.activeClasses,
};

/** The parts of a school's page. */
export function SchoolTabs({ school, current }: { school: SchoolDetail; current: SchoolTab }) {
  const t = useTranslations("schoolPage.tabs");
  const { number } = useFormatter();
  return (
    <Tabs
      label={t("label")}
      items={SCHOOL_TABS.map((tab) => {
        const count = COUNTS[tab]?.(school);
        return {
          href: schoolHref(school.id, { tab }),
          label: t(tab),
          count: count ? number(count) : undefined,
          current: tab === current,
        };
      })}
    />
  );
}
