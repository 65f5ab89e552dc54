import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-styles";
import { RouteLink } from "./route-link";

export interface ButtonLinkProps
  extends Omit<ComponentProps<typeof RouteLink>, "className" | "children">,
    Omit<ButtonLook, "iconOnly"> {
  children: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink(props: ButtonLinkProps) {
  const { children, icon, variant, size, block, className, ...rest } = props;
  return (
    <RouteLink {...rest} className={buttonClass({ variant, size, block }, className)}>
      {icon}
      {children}
    </RouteLink>
  );
}
