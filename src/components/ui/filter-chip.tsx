"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { cx } from "./cx";
import type { FilterChipProps } from "./filter-options";
import { Popup } from "./popup";
import { PressButton } from "./press-button";

const Options = lazy(() => import("./filter-options"));

/** The look of a chip: plain, dashed while it filters nothing, tinted while it does. */
export function chipClass(look: "plain" | "dashed" | "on"): string {
  return cx(
    "inline-flex h-(--control-h-sm) flex-none items-center gap-1.5 rounded-sm px-2 text-sm whitespace-nowrap text-ink-2 [&>svg]:size-3.5 [&>svg]:text-icon",
    look === "plain" && "edge hover:bg-hover",
    look === "dashed" && "border border-dashed border-line-control hover:bg-hover",
    look === "on" && "bg-brand-soft [--edge:var(--brand-line)] edge",
  );
}

export interface ChipProps {
  label: string;
  /** In short what is chosen; null while it filters nothing. */
  chosen: string | null;
  onClear: () => void;
  /** What it opens. */
  children: ReactNode;
  /** Controlled: with `onOpenChange`. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A filter of a list as a chip: it opens whatever chooses, says what is chosen, and clears it. */
export function Chip({ label, chosen, onClear, children, open, onOpenChange }: ChipProps) {
  const t = useTranslations("ui");
  const on = chosen !== null;
  return (
    <span
      className={cx(
        "inline-flex flex-none",
        on && "rounded-sm bg-brand-soft [--edge:var(--brand-line)] edge",
      )}
    >
      <Popup
        label={label}
        open={open}
        onOpenChange={onOpenChange}
        className="w-60"
        trigger={
          <PressButton
            className={
              on ? cx(chipClass("plain"), "pr-1 shadow-none! hover:bg-transparent") : chipClass("dashed")
            }
          >
            {on ? null : <Plus />}
            {label}
            {on ? <b className="max-w-48 truncate font-medium text-ink">{chosen}</b> : null}
          </PressButton>
        }
      >
        {children}
      </Popup>
      {on ? (
        <PressButton
          aria-label={t("clearFilter", { label })}
          onPress={onClear}
          className="grid h-(--control-h-sm) w-6 place-items-center rounded-sm text-icon hover:text-ink pointer-coarse:w-10"
        >
          <X className="size-3.5!" />
        </PressButton>
      ) : null}
    </span>
  );
}

/** A filter of a list: a chip that opens its options, and says in short what is chosen. */
export function FilterChip(props: FilterChipProps) {
  const { label, options, value, onChange } = props;
  const t = useTranslations("ui");
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label);
  const shown = chosen.slice(0, 2).join(", ");
  const more = chosen.length - 2;
  const short = more > 0 ? t("andMore", { shown, count: more }) : shown;
  return (
    <Chip label={label} chosen={value.length > 0 ? short : null} onClear={() => onChange([])}>
      <FilterOptions {...props} />
    </Chip>
  );
}

/** The options of a chip that chooses from a list. */
export function FilterOptions(props: FilterChipProps) {
  return (
    <Suspense fallback={null}>
      <Options {...props} />
    </Suspense>
  );
}
