"use client";

import { type ComponentProps, use, useCallback } from "react";
import { TriggerContext } from "./trigger-context";

export interface PressButtonProps extends Omit<ComponentProps<"button">, "onClick"> {
  onPress?: () => void;
  /** Ignores presses; the button keeps the focus. */
  pending?: boolean;
}

/** A button without a look of its own; inside a menu, popup or dialog it is what opens it. */
export function PressButton({ onPress, pending, ref, type = "button", ...rest }: PressButtonProps) {
  const trigger = use(TriggerContext);
  const triggerRef = trigger?.ref;
  const setRef = useCallback(
    (element: HTMLButtonElement | null) => {
      for (const target of [ref, triggerRef])
        if (typeof target === "function") target(element);
        else if (target) target.current = element;
    },
    [ref, triggerRef],
  );
  return (
    <button
      {...rest}
      ref={setRef}
      type={type}
      aria-disabled={pending || undefined}
      aria-haspopup={trigger?.haspopup ?? rest["aria-haspopup"]}
      aria-expanded={trigger?.open ?? rest["aria-expanded"]}
      onPointerEnter={trigger?.onNear ?? rest.onPointerEnter}
      onFocus={trigger?.onNear ?? rest.onFocus}
      onClick={(event) => {
        if (pending) return event.preventDefault();
        onPress?.();
        trigger?.onPress();
      }}
    />
  );
}
