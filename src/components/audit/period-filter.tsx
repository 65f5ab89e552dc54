"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { Chip, FilterOptions } from "@/components/ui/filter-chip";
import { useDay } from "@/components/use-day";
import { useToday } from "@/components/use-today";
import { AUDIT_PERIOD_NAMES } from "@/domain/audit-list";
import { oneOf } from "@/lib/one-of";
import type { AuditUrl } from "./audit-url";

type Time = Pick<AuditUrl, "period" | "from" | "to">;

const ALWAYS: Time = { period: null, from: null, to: null };

/** When it was done: one of the last periods, or days of one's own choice. */
export function PeriodFilter({ time, onChange }: { time: Time; onChange: (time: Time) => void }) {
  const t = useTranslations("auditLog");
  const today = useToday();
  const chosen = useTimeWords(time);
  const { period, from, to } = time;
  return (
    <Chip label={t("columns.when")} chosen={chosen} onClear={() => onChange(ALWAYS)}>
      <FilterOptions
        single
        label={t("columns.when")}
        options={AUDIT_PERIOD_NAMES.map((name) => ({ value: name, label: t(`periods.${name}`) }))}
        value={period && !from && !to ? [period] : []}
        onChange={([name]) => onChange({ ...ALWAYS, period: oneOf(AUDIT_PERIOD_NAMES, name) ?? null })}
      />
      <div className="grid gap-3 border-t border-line p-3">
        <DateField
          label={t("from")}
          value={from}
          max={to ?? today()}
          onChange={(day) => onChange({ period: null, from: day || null, to })}
        />
        <DateField
          label={t("to")}
          value={to}
          min={from ?? undefined}
          max={today()}
          onChange={(day) => onChange({ period: null, from, to: day || null })}
        />
      </div>
    </Chip>
  );
}

/** The time in short; null for always. */
export function useTimeWords({ period, from, to }: Time): string | null {
  const t = useTranslations("auditLog");
  const { calendarDay } = useDay();
  if (from && to)
    return from === to ? calendarDay(from) : t("between", { from: calendarDay(from), to: calendarDay(to) });
  if (from) return t("since", { from: calendarDay(from) });
  if (to) return t("upTo", { to: calendarDay(to) });
  return period && t(`periods.${period}`);
}
