import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-styles";

export interface ButtonLinkProps
  extends Omit<ComponentProps<typeof NextLink>, "className" | "children">,
    Omit<ButtonLook, "iconOnly"> {
  children: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink(props: ButtonLinkProps) {
  const { children, icon, variant, size, block, className, ...rest } = props;
  return (
    <NextLink {...rest} className={buttonClass({ variant, size, block }, className)}>
      {icon}
      {children}
    </NextLink>
  );
}
