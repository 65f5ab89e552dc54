import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A sheet as it comes out of the printer: it begins one, and on the screen it lies on the desk. */
export function SheetOfPaper({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) {
  return (
    <div
      data-print-own-head
      data-print-landscape={isWide || undefined}
      className={cx(
        "w-full overflow-x-auto rounded-lg border border-line bg-surface p-6 max-sm:p-4 print:max-w-none print:overflow-visible print:border-0 print:p-0",
        "print:break-before-page print:first-of-type:break-before-auto",
        isWide ? "max-w-[76rem]" : "max-w-[52rem]",
      )}
    >
      {children}
    </div>
  );
}

export interface SheetHeadProps {
  school: string;
  now: Date;
  title: string;
  /** What stands below the title. */
  children: ReactNode;
}

/** The head that stands on every sheet: the school and the day, what it is, and the facts. */
export function SheetHead({ school, now, title, children }: SheetHeadProps) {
  const format = useFormatter();
  return (
    <>
      <div className="flex items-baseline justify-between gap-4 text-xs text-ink-2">
        <span>{school}</span>
        <time dateTime={now.toISOString()}>
          {format.dateTime(now, { day: "numeric", month: "long", year: "numeric" })}
        </time>
      </div>
      <h2 className="mt-1 text-lg [overflow-wrap:anywhere]">{title}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{children}</p>
    </>
  );
}
