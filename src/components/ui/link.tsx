import type { ComponentProps } from "react";
import { cx } from "./cx";
import { RouteLink } from "./route-link";

/** A link in running text. */
export function Link({ className, ...rest }: ComponentProps<typeof RouteLink>) {
  return (
    <RouteLink
      {...rest}
      className={cx(
        "text-brand-text underline decoration-brand-line underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
