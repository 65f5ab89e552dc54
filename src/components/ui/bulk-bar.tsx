"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

export interface BulkBarProps {
  /** How many are selected; the bar is absent at 0. */
  count: number;
  /** How many the list has with its filters. */
  total?: number;
  /** `Button variant="inverse" size="sm"` for each action. */
  children: ReactNode;
  onClear: () => void;
  /** Offers "Select all N that match" while fewer than `total` are selected. */
  onSelectAll?: () => void;
}

/** What can be done with the selected rows, with their exact number. */
export function BulkBar({ count, total, children, onClear, onSelectAll }: BulkBarProps) {
  const t = useTranslations("ui");
  if (count === 0) return <div role="status" className="sr-only" />;
  const canExtend = onSelectAll !== undefined && total !== undefined && total > count;
  return (
    <section
      aria-label={t("selection")}
      data-bar
      data-print="no"
      className="sticky bottom-4 z-(--z-bar) mx-auto flex w-fit max-w-full flex-wrap items-center gap-1 rounded-lg bg-invert py-1.5 pr-1.5 pl-4 text-sm text-on-invert shadow-3 max-md:bottom-[calc(var(--bottombar-h)+.5rem)] max-sm:pl-3"
    >
      <p role="status" className="whitespace-nowrap tabular-nums">
        <b>{t("selected", { count })}</b>
        {total === undefined ? null : (
          <span className="text-on-invert-2 max-sm:hidden"> {t("ofTotal", { total })}</span>
        )}
      </p>
      {canExtend ? (
        <Button variant="inverse" size="sm" onPress={onSelectAll} className="underline! underline-offset-3">
          {t("selectAllMatching", { total })}
        </Button>
      ) : null}
      <span className="mx-1 h-[1.125rem] w-px bg-current/28 max-sm:hidden" />
      {children}
      <IconButton
        variant="inverse"
        label={t("clearSelection")}
        icon={<X />}
        onPress={onClear}
        tooltipPlacement="top"
      />
    </section>
  );
}
