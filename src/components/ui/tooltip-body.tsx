"use client";

import { type ReactNode, useMemo } from "react";
import { Tooltip } from "react-aria-components";

export interface TooltipBodyProps {
  anchor: Element;
  placement: "top" | "bottom" | "left" | "right";
  children: ReactNode;
}

/** The tip itself, beside its anchor. */
export default function TooltipBody({ anchor, placement, children }: TooltipBodyProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <Tooltip
      isOpen
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      className="pop pointer-events-none z-(--z-toast) max-w-64 rounded-sm bg-invert px-2 py-1 text-xs text-on-invert shadow-2"
    >
      {children}
    </Tooltip>
  );
}
