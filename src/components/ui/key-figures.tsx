import type { ReactNode } from "react";
import { cx } from "./cx";
import { RouteLink } from "./route-link";
import { Sparkline } from "./sparkline";

export interface KeyFigure {
  label: string;
  value: ReactNode;
  /** A word on the value, such as "of 66" or "0.8 below term". */
  note?: ReactNode;
  /** Set where the note tells a good or a bad turn. */
  tone?: "neutral" | "up" | "down";
  /** The course of the figure, the latest last. */
  trend?: readonly number[];
  href?: string;
}

export interface KeyFiguresProps {
  /** The strip's name for assistive technology. */
  label: string;
  items: readonly KeyFigure[];
}

const NOTES = { neutral: "text-ink-3", up: "text-success-text", down: "text-danger-text" };

/** Columns between the phone's two and the one row of a wide strip. */
function middle(count: number): string {
  if (count <= 3) return "@min-[34rem]:grid-cols-[repeat(var(--figures),minmax(0,1fr))]";
  return count === 4 ? "" : "@min-[34rem]:grid-cols-3";
}

/** The figures of a page in a ruled strip; never cards. */
export function KeyFigures({ label, items }: KeyFiguresProps) {
  return (
    <section
      aria-label={label}
      data-print="whole"
      className="@container overflow-clip border-y border-line tabular-nums"
    >
      <dl
        className={cx(
          "-mt-px -ml-3 grid grid-cols-2 @min-[34rem]:-ml-4",
          middle(items.length),
          "@min-[58rem]:grid-cols-[repeat(var(--figures),minmax(0,1fr))]",
        )}
        style={{ "--figures": items.length } as React.CSSProperties}
      >
        {items.map((item) => (
          <div
            key={item.label}
            className="@container/figure relative min-w-0 border-t border-l border-line px-3 py-2.5 @min-[34rem]:px-4 @min-[34rem]:py-3"
          >
            <dt className="flex justify-between gap-2 text-xs text-ink-3">
              {item.href ? (
                <RouteLink
                  href={item.href}
                  className="underline-offset-3 outline-none! after:absolute after:inset-0 after:-outline-offset-2 after:outline-focus-ring hover:text-ink hover:underline focus-visible:after:outline-2"
                >
                  {item.label}
                </RouteLink>
              ) : (
                item.label
              )}
              {item.trend ? (
                <Sparkline values={item.trend} className="-my-0.5 hidden @min-[9.75rem]/figure:block" />
              ) : null}
            </dt>
            <dd className="flex flex-wrap items-baseline gap-x-2">
              <b className="text-xl leading-7 font-medium tracking-tight text-ink">{item.value}</b>
              {item.note ? (
                <span className={cx("text-xs", NOTES[item.tone ?? "neutral"])}>{item.note}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
