"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-styles";
import { PressButton, type PressButtonProps } from "./press-button";

export interface ButtonProps extends Omit<PressButtonProps, "style">, Omit<ButtonLook, "iconOnly"> {
  children: ReactNode;
  /** A lucide icon element; it stands left of the label. While `pending`, a spinner does. */
  icon?: ReactNode;
}

/** A button; it also serves as the trigger of menus, popups and dialogs. */
export function Button(props: ButtonProps) {
  const { children, icon, variant, size, block, className, ...rest } = props;
  return (
    <PressButton {...rest} className={buttonClass({ variant, size, block }, className)}>
      {props.pending ? <LoaderCircle className="animate-spin" /> : icon}
      {children}
    </PressButton>
  );
}
