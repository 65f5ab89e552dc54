"use client";

import type { ReactNode } from "react";
import { chipClass } from "./filter-chip";

export interface CountGroup<Value extends string> {
  value: Value;
  label: string;
  count: ReactNode;
}

export interface CountGroupsProps<Value extends string> {
  label: string;
  groups: readonly CountGroup<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Counts by group above a table, each of which narrows it to its own rows. */
export function CountGroups<Value extends string>({
  label,
  groups,
  value,
  onChange,
}: CountGroupsProps<Value>) {
  return (
    <fieldset className="-mx-(--gutter) flex min-w-0 [scrollbar-width:none] gap-2 overflow-x-auto px-(--gutter) py-[3px] sm:mx-0 sm:flex-wrap sm:p-0 print:hidden">
      <legend className="sr-only">{label}</legend>
      {groups.map((group) => (
        <button
          key={group.value}
          type="button"
          aria-pressed={group.value === value}
          onClick={() => onChange(group.value)}
          className={chipClass(group.value === value ? "on" : "plain")}
        >
          {group.label}
          <b className="font-medium text-ink tabular-nums">{group.count}</b>
        </button>
      ))}
    </fieldset>
  );
}
