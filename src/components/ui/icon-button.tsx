"use client";

import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-styles";
import { PressButton, type PressButtonProps } from "./press-button";
import { RouteLink } from "./route-link";
import { Tooltip } from "./tooltip";

export interface IconButtonProps
  extends Pick<ButtonLook, "variant" | "size">,
    Omit<PressButtonProps, "children" | "style" | "aria-label"> {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  icon: ReactNode;
  /** Makes it a link. */
  href?: string;
  tooltipPlacement?: "top" | "bottom" | "left" | "right";
}

/** A square button or link that shows an icon only. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, href, variant = "quiet", size = "sm", tooltipPlacement, className, ...rest } = props;
  const look = buttonClass({ variant, size, iconOnly: true }, className);
  return (
    <Tooltip label={label} placement={tooltipPlacement}>
      {href === undefined ? (
        <PressButton {...rest} aria-label={label} className={look}>
          {icon}
        </PressButton>
      ) : (
        <RouteLink href={href} aria-label={label} className={look}>
          {icon}
        </RouteLink>
      )}
    </Tooltip>
  );
}
