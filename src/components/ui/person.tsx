import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { RouteLink } from "./route-link";

export interface PersonProps {
  name: string;
  /** The second line: address, or on narrow screens what the hidden columns say. */
  meta?: ReactNode;
  href?: string;
  /** Takes the place of going to `href` in this tab. */
  onOpen?: () => void;
  avatar?: boolean;
  photoUrl?: string | null;
}

/** A person in a row: initials, name, and a line of meta. */
export function Person({ name, meta, href, onOpen, avatar = true, photoUrl }: PersonProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      {avatar ? <Avatar name={name} src={photoUrl} /> : null}
      <span className="min-w-0">
        <span className="block truncate font-medium text-ink">
          {href ? (
            <RouteLink
              href={href}
              scroll={false}
              data-row-link
              onNavigate={
                onOpen &&
                ((event) => {
                  event.preventDefault();
                  onOpen();
                })
              }
              className="underline-offset-3 hover:underline"
            >
              {name}
            </RouteLink>
          ) : (
            name
          )}
        </span>
        {meta ? <span className="block truncate text-xs text-ink-3">{meta}</span> : null}
      </span>
    </span>
  );
}
