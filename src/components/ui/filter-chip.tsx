"use client";

import { Check, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { cx } from "./cx";

/** The look of a chip: plain, dashed while it filters nothing, tinted while it does. */
export function chipClass(look: "plain" | "dashed" | "on"): string {
  return cx(
    "inline-flex h-(--control-h-sm) flex-none items-center gap-1.5 rounded-sm px-2 text-sm whitespace-nowrap text-ink-2 [&>svg]:size-3.5 [&>svg]:text-icon",
    look === "plain" && "edge hover:bg-hover",
    look === "dashed" && "border border-dashed border-line-control hover:bg-hover",
    look === "on" && "bg-brand-soft [--edge:var(--brand-line)] edge",
  );
}

export interface FilterOption {
  value: string;
  label: string;
  count?: ReactNode;
}

export interface FilterChipProps {
  label: string;
  options: readonly FilterOption[];
  /** What is chosen; nothing chosen filters nothing. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** One choice at most. */
  single?: boolean;
}

/** A filter of a list: a chip that opens its options, and says in short what is chosen. */
export function FilterChip({ label, options, value, onChange, single }: FilterChipProps) {
  const t = useTranslations("ui");
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label);
  const shown = chosen.slice(0, 2).join(", ");
  const on = value.length > 0;

  return (
    <span
      className={cx(
        "inline-flex flex-none",
        on && "rounded-sm bg-brand-soft [--edge:var(--brand-line)] edge",
      )}
    >
      <DialogTrigger>
        <Button
          className={
            on ? cx(chipClass("plain"), "pr-1 shadow-none! hover:bg-transparent") : chipClass("dashed")
          }
        >
          {on ? null : <Plus />}
          {label}
          {on ? (
            <b className="max-w-48 truncate font-medium text-ink">
              {chosen.length > 2 ? t("andMore", { shown, count: chosen.length - 2 }) : shown}
            </b>
          ) : null}
        </Button>
        <Popover
          placement="bottom start"
          offset={4}
          className="pop w-60 rounded-lg bg-raised text-sm shadow-2"
        >
          <Dialog aria-label={label} className="outline-none">
            <ListBox
              aria-label={label}
              autoFocus
              escapeKeyBehavior="none"
              items={options}
              selectionMode={single ? "single" : "multiple"}
              selectedKeys={value}
              onSelectionChange={(keys) =>
                onChange(keys === "all" ? options.map((option) => option.value) : [...keys].map(String))
              }
              className="max-h-72 overflow-y-auto p-1 outline-none"
            >
              {(option) => (
                <ListBoxItem
                  id={option.value}
                  textValue={option.label}
                  className="group flex min-h-[1.875rem] cursor-pointer items-center gap-2.5 rounded-sm px-2 outline-none hover:bg-hover focus-visible:bg-hover pointer-coarse:min-h-11"
                >
                  <span
                    className={cx(
                      "grid size-4 flex-none place-items-center bg-raised [--edge:var(--line-control)] edge group-selected:bg-brand-solid group-selected:text-brand-fg group-selected:shadow-none",
                      single ? "rounded-full" : "rounded-xs",
                    )}
                  >
                    <Check className="invisible size-3! stroke-[2.5]! group-selected:visible" />
                  </span>
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.count === undefined ? null : (
                    <span className="text-xs text-ink-3 tabular-nums">{option.count}</span>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {on ? (
        <Button
          aria-label={t("clearFilter", { label })}
          onPress={() => onChange([])}
          className="grid h-(--control-h-sm) w-6 place-items-center rounded-sm text-icon hover:text-ink pointer-coarse:w-10"
        >
          <X className="size-3.5!" />
        </Button>
      ) : null}
    </span>
  );
}
