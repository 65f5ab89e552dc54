"use client";

import NextLink from "next/link";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Focusable } from "react-aria-components";
import { type ButtonLook, buttonClass } from "./button-styles";
import { Tooltip } from "./tooltip";

export interface IconButtonProps
  extends Pick<ButtonLook, "variant" | "size">,
    Pick<AriaButtonProps, "onPress" | "type" | "id" | "aria-pressed" | "aria-expanded" | "autoFocus"> {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  icon: ReactNode;
  /** Makes it a link. */
  href?: string;
  disabled?: boolean;
  /** "close" closes the dialog around it. */
  slot?: "close";
  tooltipPlacement?: "top" | "bottom" | "left" | "right";
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A square button or link that shows an icon only. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, href, variant = "quiet", size = "sm", disabled, tooltipPlacement, className } = props;
  const { ref, onPress, type, id, autoFocus, slot } = props;
  const look = buttonClass({ variant, size, iconOnly: true }, className);
  return (
    <Tooltip label={label} placement={tooltipPlacement}>
      {href === undefined ? (
        <AriaButton
          ref={ref}
          id={id}
          slot={slot}
          type={type}
          autoFocus={autoFocus}
          aria-label={label}
          aria-pressed={props["aria-pressed"]}
          aria-expanded={props["aria-expanded"]}
          isDisabled={disabled}
          onPress={onPress}
          className={look}
        >
          {icon}
        </AriaButton>
      ) : (
        <Focusable>
          <NextLink href={href} aria-label={label} className={look}>
            {icon}
          </NextLink>
        </Focusable>
      )}
    </Tooltip>
  );
}
