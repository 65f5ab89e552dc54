"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { type ButtonLook, buttonClass } from "./button-styles";

export interface ButtonProps
  extends Omit<AriaButtonProps, "className" | "children" | "style" | "isPending" | "isDisabled">,
    Omit<ButtonLook, "iconOnly"> {
  children: ReactNode;
  /** A lucide icon element; it stands left of the label. */
  icon?: ReactNode;
  disabled?: boolean;
  /** Shows a spinner in place of the icon and ignores presses; the button keeps the focus. */
  pending?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; it also serves as the trigger of menus, dialogs and tooltips. */
export function Button(props: ButtonProps) {
  const { children, icon, variant, size, block, disabled, pending, className, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      isDisabled={disabled}
      isPending={pending}
      className={buttonClass({ variant, size, block }, className)}
    >
      {pending ? <LoaderCircle className="animate-spin" /> : icon}
      {children}
    </AriaButton>
  );
}
