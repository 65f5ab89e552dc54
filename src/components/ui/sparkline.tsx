import { line } from "d3-shape";
import { useId } from "react";
import { cx } from "./cx";

export interface SparklineProps {
  values: readonly number[];
  /** What it shows; without one it is decoration beside a figure that says enough. */
  label?: string;
  className?: string;
}

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 3;

/** The course of a figure, without axes; it stands beside that figure. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const id = useId();
  const low = Math.min(...values);
  const spread = Math.max(...values) - low;
  const x = (index: number) => EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    spread === 0 ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / spread) * (HEIGHT - 2 * EDGE);
  const last = values.at(-1);
  if (last === undefined || values.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: without a label it is hidden
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      {...(label ? { role: "img", "aria-labelledby": id } : { "aria-hidden": true })}
      className={cx("h-5 w-14 flex-none overflow-visible", className)}
    >
      {label ? <title id={id}>{label}</title> : null}
      <path
        d={line<number>((_, index) => x(index), y)(values) ?? undefined}
        fill="none"
        stroke="var(--chart-2)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2.25" fill="var(--chart-1)" />
    </svg>
  );
}
