"use client";

import { type ReactNode, useMemo } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components";

export interface TooltipBodyProps {
  anchor: Element;
  placement: "top" | "bottom" | "left" | "right";
  children: ReactNode;
}

// The tip asks its trigger's state even where `isOpen` is given; ours is there only while it is shown.
const SHOWN = { isOpen: true, shouldSkipAnimation: false, open: () => undefined, close: () => undefined };

/** The tip itself, beside its anchor. */
export default function TooltipBody({ anchor, placement, children }: TooltipBodyProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <TooltipTriggerStateContext value={SHOWN}>
      <Tooltip
        isOpen
        triggerRef={triggerRef}
        placement={placement}
        offset={6}
        className="pop pointer-events-none z-(--z-toast) max-w-64 rounded-sm bg-invert px-2 py-1 text-xs text-on-invert shadow-2"
      >
        {children}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
