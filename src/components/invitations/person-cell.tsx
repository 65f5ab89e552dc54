import type { ReactNode } from "react";
import { Person } from "@/components/ui/person";

export interface PersonCellProps {
  name: string;
  email: string;
  href?: string;
  /** What the columns say that a narrow screen hides. */
  narrow: readonly ReactNode[];
}

/** Somebody on a list: the name over the address, or the address alone. */
export function PersonCell({ name, email, href, narrow }: PersonCellProps) {
  const shown = narrow.filter((part) => part !== null && part !== undefined && part !== "");
  return (
    <span className="block min-w-0">
      <Person avatar={false} name={name || email || "–"} meta={name ? email : undefined} href={href} />
      {shown.length > 0 ? (
        <span className="block truncate text-xs text-ink-3 sm:hidden">{shown.join(" · ")}</span>
      ) : null}
    </span>
  );
}
