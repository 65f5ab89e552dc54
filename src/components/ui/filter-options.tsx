"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { cx } from "./cx";

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

/** The options of a chip that chooses from a list. */
export default function FilterOptions({ label, options, value, onChange, single }: FilterChipProps) {
  return (
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
  );
}
