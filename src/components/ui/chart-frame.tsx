import { type ReactNode, useId } from "react";
import { type AxisLabel, endsAtEdge, fittingLabels, PLOT_WIDTHS, type ValueScale } from "./chart-geometry";
import { ChartTable, type ChartTableProps } from "./chart-table";
import { cx } from "./cx";

/** Shown or hidden in each of the three bands of `PLOT_WIDTHS`. */
const BANDS = [
  ["hidden", ""],
  ["@min-[30rem]:hidden", "@min-[30rem]:block"],
  ["@min-[42rem]:hidden", "@min-[42rem]:block"],
] as const;

/** What the pointer reads at one place of the x-axis; the table says the same. */
export interface ChartHit {
  /** The left edge and the width of the strip, and the height at which the words stand, in per cent. */
  x: number;
  width: number;
  y: number;
  text: string;
}

export interface ChartFrameProps {
  /** One sentence that says what is seen. */
  title: string;
  /** The extremes in words, for whoever does not see them. */
  summary: string;
  scale: ValueScale;
  formatTick: (value: number) => string;
  labels: readonly AxisLabel[];
  hits: readonly ChartHit[];
  /** Height of the plot in px. */
  height: number;
  /** Shapes, in a space of 100 by 100 that is stretched: strokes need `vector-effect`. */
  shapes: ReactNode;
  /** Dots and words, placed in per cent; they are never stretched. */
  marks: ReactNode;
  /** Only for more than one series. */
  legend?: readonly { label: string; color: string }[];
  table: Omit<ChartTableProps, "caption">;
}

/** Grid, axes, legend and table around a plot. Words are HTML, so that they keep their size at any width. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, summary, scale, formatTick, labels, hits, height, shapes, marks, legend, table } = props;
  const id = useId();
  const shown = PLOT_WIDTHS.map((width) => new Set(fittingLabels(labels, width)));
  return (
    <figure
      data-print="whole"
      className="@container min-w-0 text-2xs text-ink-3 tabular-nums [print-color-adjust:exact]"
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-4">
        <div aria-hidden="true" className="grid justify-items-end" style={{ height }}>
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              className="relative -mt-2 h-4 whitespace-nowrap [grid-area:1/1]"
              style={{ top: `${scale.y(tick)}%` }}
            >
              {formatTick(tick)}
            </span>
          ))}
        </div>
        <div className="relative" style={{ height }}>
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            role="img"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-summary`}
            className="absolute inset-0 size-full overflow-visible [&_*]:[vector-effect:non-scaling-stroke]"
          >
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-summary`}>{summary}</desc>
            {scale.ticks.map((tick) => (
              <line
                key={tick}
                x1="0"
                x2="100"
                y1={scale.y(tick)}
                y2={scale.y(tick)}
                stroke="var(--chart-grid)"
              />
            ))}
            {shapes}
          </svg>
          <div aria-hidden="true">
            {marks}
            {hits.map((hit) => (
              <span
                key={hit.x}
                data-print="no"
                className="group/hit absolute inset-y-0 hover:z-1"
                style={{ left: `${hit.x}%`, width: `${hit.width}%` }}
              >
                <span
                  className="pointer-events-none absolute mb-2 hidden rounded-sm bg-invert px-1.5 py-0.5 text-xs whitespace-nowrap text-on-invert group-hover/hit:block"
                  style={{
                    bottom: `${100 - hit.y}%`,
                    left: "50%",
                    translate: `-${hit.x + hit.width / 2}%`,
                  }}
                >
                  {hit.text}
                </span>
              </span>
            ))}
          </div>
        </div>
        <div aria-hidden="true" className="relative col-start-2 mt-1.5 h-4">
          {labels.map((label) => (
            <span
              key={label.x}
              className={cx(
                "absolute top-0 whitespace-nowrap",
                ...BANDS.map((band, index) => band[shown[index]?.has(label) ? 1 : 0]),
              )}
              style={endsAtEdge(label) ? { right: 0 } : { left: `${label.x}%` }}
            >
              {label.text}
            </span>
          ))}
        </div>
      </div>
      {legend ? (
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {legend.map((series) => (
            <li key={series.label} className="flex items-center gap-1.5">
              <span className="size-2.5 flex-none rounded-[2px]" style={{ background: series.color }} />
              {series.label}
            </li>
          ))}
        </ul>
      ) : null}
      <ChartTable caption={title} {...table} />
    </figure>
  );
}
