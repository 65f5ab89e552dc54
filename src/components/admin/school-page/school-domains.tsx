"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import { StatusDot } from "@/components/ui/status-dot";
import { useDay } from "@/components/use-day";
import type { SchoolDetail } from "../types";

/** The school's own host names, and whether it has proved them; they are the school's to change. */
export function SchoolDomains({ school: { domains } }: { school: SchoolDetail }) {
  const t = useTranslations("schoolPage.domains");
  const { day } = useDay();
  return (
    <Section title={t("title")}>
      {domains.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line text-sm">
          {domains.map(({ host, isPrimary, verifiedAt, checkedAt, createdAt }) => (
            <li key={host} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-[1_1_12rem]">
                <span className="block font-medium text-ink [overflow-wrap:anywhere]">{host}</span>
                <span className="block text-xs text-ink-3">
                  {verifiedAt
                    ? t("verifiedOn", { date: day(verifiedAt) })
                    : checkedAt
                      ? t("checkedOn", { date: day(checkedAt) })
                      : t("addedOn", { date: day(createdAt) })}
                </span>
              </span>
              {isPrimary ? <span className="text-xs text-ink-3">{t("primary")}</span> : null}
              {verifiedAt ? (
                <StatusDot>{t("verified")}</StatusDot>
              ) : (
                <Badge tone="warning">{t("waiting")}</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
