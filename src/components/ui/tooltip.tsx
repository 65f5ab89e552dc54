"use client";

import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";

export interface TooltipProps {
  /** What the tip says; it never holds the only copy of something that is needed. */
  label: ReactNode;
  placement?: "top" | "bottom" | "left" | "right";
  /** A button of this library, or any focusable element inside `Focusable`. */
  children: ReactNode;
}

/** A short name shown beside its trigger on hover and on keyboard focus. */
export function Tooltip({ label, placement = "bottom", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="pop z-(--z-toast) max-w-64 rounded-sm bg-invert px-2 py-1 text-xs text-on-invert shadow-2"
      >
        {label}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
