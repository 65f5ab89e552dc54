"use client";

import type { ReactNode } from "react";
import { Switch } from "@/components/ui/switch";

/** Settings that are kept one by one, each in its row. */
export function SettingRows({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line border-y border-line">{children}</ul>;
}

export interface SettingRowProps {
  label: string;
  hint?: string;
  /** The control says its name itself: the label is for the eye alone. */
  isNamed?: boolean;
  children: ReactNode;
}

/** What is set, and its control at the right. */
export function SettingRow({ label, hint, isNamed, children }: SettingRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-[1_1_12rem]">
        <p aria-hidden={isNamed} className="text-sm font-medium">
          {label}
        </p>
        {hint ? <p className="text-sm text-ink-2">{hint}</p> : null}
      </div>
      {children}
    </li>
  );
}

export interface SwitchRowProps {
  label: string;
  hint: string;
  isOn: boolean;
  onChange: (on: boolean) => unknown;
}

/** A setting that is on or off; all of the row can be pressed. */
export function SwitchRow({ label, hint, isOn, onChange }: SwitchRowProps) {
  return (
    <li className="py-2.5">
      <Switch block hint={hint} isOn={isOn} onSwitch={onChange}>
        {label}
      </Switch>
    </li>
  );
}
