import NextLink from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";

export interface PersonProps {
  name: string;
  /** The second line: address, or on narrow screens what the hidden columns say. */
  meta?: ReactNode;
  href?: string;
  avatar?: boolean;
}

/** A person in a row: initials, name, and a line of meta. */
export function Person({ name, meta, href, avatar = true }: PersonProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      {avatar ? <Avatar name={name} /> : null}
      <span className="min-w-0">
        <span className="block truncate font-medium text-ink">
          {href ? (
            <NextLink href={href} scroll={false} data-row-link className="underline-offset-3 hover:underline">
              {name}
            </NextLink>
          ) : (
            name
          )}
        </span>
        {meta ? <span className="block truncate text-xs text-ink-3">{meta}</span> : null}
      </span>
    </span>
  );
}
