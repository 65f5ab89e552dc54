import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A link in running text. */
export function Link({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink
      {...rest}
      className={cx(
        "text-brand-text underline decoration-brand-line underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
