import type { ReactNode } from "react";
import { cx } from "./cx";

/** A key or a chord, as it is printed on the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        "min-w-5 rounded-xs border border-line-strong bg-surface px-1 text-center font-sans text-2xs leading-[1.125rem] whitespace-nowrap text-ink-3",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
