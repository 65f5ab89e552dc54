"use client";

import { Check } from "lucide-react";
import { ListBoxItem } from "react-aria-components";
import { cx } from "./cx";
import type { PickItem } from "./use-options";

/** One line of a list to pick from, with a box where several may be picked. */
export function PickOption({ item }: { item: PickItem }) {
  return (
    <ListBoxItem
      id={item.id}
      textValue={item.label}
      className="group flex min-h-[1.875rem] cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 outline-none hover:bg-hover focus:bg-hover pointer-coarse:min-h-11 data-focused:bg-hover"
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode === "multiple" ? (
            <span
              className={cx(
                "grid size-4 flex-none place-items-center rounded-xs bg-raised [--edge:var(--line-control)] edge",
                "group-selected:bg-brand-solid group-selected:text-brand-fg group-selected:shadow-none",
              )}
            >
              <Check className="invisible size-3! stroke-[2.5]! group-selected:visible" />
            </span>
          ) : null}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.detail ? (
            <span className="min-w-0 max-w-1/2 truncate text-xs text-ink-3">{item.detail}</span>
          ) : null}
          {selectionMode !== "multiple" && isSelected ? <Check className="text-icon" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
