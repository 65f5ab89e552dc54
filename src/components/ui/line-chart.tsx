import { line } from "d3-shape";
import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "./chart-frame";
import { lastWords, limitWords, startsAtZero, valueScale, wordsWidth } from "./chart-geometry";
import { cx } from "./cx";

export interface ChartPoint {
  label: string;
  value: number;
  /** Why this point stands out; it is marked and named. */
  note?: string;
  /** Where any point has it, only those are named on the axis, such as the first day of each week. */
  tick?: boolean;
}

export interface LineChartProps {
  /** One sentence that says what is seen; names the picture and its table. */
  title: string;
  points: readonly ChartPoint[];
  /** A value in words, with its unit. */
  format?: (value: number) => string;
  /** The same on the axis, where the unit may be left out. */
  formatTick?: (value: number) => string;
  /** A dashed line; values beyond it are the bad ones, below it unless `bad` says above. */
  limit?: { value: number; label: string; bad?: "below" | "above" };
  /** Height of the plot in px. */
  height?: number;
  /** A neutral second series, with a value for each point. */
  secondary?: { label: string; values: readonly number[] };
  /** Names the first series where there is a second. */
  label?: string;
  /** Heads the first column of the table, such as "Day". */
  pointLabel?: string;
}

/** The height of a line of words with its distance, in px. */
const LINE = 22;
/** More points than this are too narrow to be pointed at. */
const MOST_HITS = 100;

/** The strip around a point, cut off at the edges of the plot. */
function strip(x: number, step: number) {
  const left = Math.max(0, x - step / 2);
  return { x: left, width: Math.min(100, x + step / 2) - left };
}

/** A value over time. */
export function LineChart(props: LineChartProps) {
  const { title, points, limit, height = 152, secondary, pointLabel } = props;
  const t = useTranslations("ui.chart");
  const formatter = useFormatter();
  const format = props.format ?? ((value: number) => formatter.number(value));
  const formatTick = props.formatTick ?? format;
  const label = props.label ?? t("value");
  const last = points.at(-1);
  if (!last) return <p className="text-sm text-ink-3">{t("none")}</p>;

  const values = points.map((point) => point.value);
  const all = [...values, ...(secondary?.values ?? []), ...(limit ? [limit.value] : [])];
  const scale = valueScale(all, startsAtZero(all));
  const x = (index: number) => (points.length === 1 ? 100 : (index / (points.length - 1)) * 100);
  const path = line<number>((_, index) => x(index), scale.y);
  const spots = values.map((value, index) => ({ x: x(index), y: scale.y(value) }));
  const lastY = scale.y(last.value);
  const noted = points.flatMap((point, index) => (point.note ? [{ ...point, index }] : []));
  const isBad = (value: number) =>
    limit !== undefined && (limit.bad === "above" ? value > limit.value : value < limit.value);

  const lineHeight = (LINE / height) * 100;
  const ending = lastWords(spots, wordsWidth(format(last.value)));
  const endingSpots = [0.4, 1].map((share) => ({
    x: 100,
    y: ending.side === "above" ? ending.y - share * lineHeight : ending.y + share * lineHeight,
  }));
  const limitY = limit ? scale.y(limit.value) : 0;
  const across = limitWords(limitY, [...spots, ...endingSpots], {
    width: wordsWidth(limit?.label ?? ""),
    height: lineHeight,
  });
  const low = points.reduce((least, point) => (point.value < least.value ? point : least), last);
  const high = points.reduce((most, point) => (point.value > most.value ? point : most), last);
  const named = points.some((point) => point.tick);
  const step = 100 / Math.max(1, points.length - 1);

  return (
    <ChartFrame
      title={title}
      summary={t("summary", {
        low: format(low.value),
        lowAt: low.label,
        high: format(high.value),
        highAt: high.label,
        last: format(last.value),
        lastAt: last.label,
      })}
      scale={scale}
      formatTick={formatTick}
      height={height}
      labels={points.flatMap((point, index) =>
        !named || point.tick ? [{ text: point.label, x: x(index) }] : [],
      )}
      hits={(points.length > MOST_HITS ? [] : points).map((point, index) => ({
        ...strip(x(index), step),
        y: scale.y(point.value),
        text: `${point.label}: ${format(point.value)}`,
      }))}
      legend={
        secondary
          ? [
              { label, color: "var(--chart-1)" },
              { label: secondary.label, color: "var(--chart-2)" },
            ]
          : undefined
      }
      table={{
        head: [pointLabel ?? t("point"), label, ...(secondary ? [secondary.label] : [])],
        rows: points.map((point, index) => {
          const other = secondary?.values[index];
          const value = format(point.value);
          return [
            point.label,
            point.note ? t("noted", { value, note: point.note }) : value,
            ...(secondary ? [other === undefined ? "" : format(other)] : []),
          ];
        }),
      }}
      shapes={
        <>
          {limit ? (
            <line x1="0" x2="100" y1={limitY} y2={limitY} stroke="var(--chart-2)" strokeDasharray="2 4" />
          ) : null}
          {secondary ? (
            <path
              d={path(secondary.values) ?? undefined}
              fill="none"
              stroke="var(--chart-2)"
              strokeWidth="1.5"
              strokeLinejoin="round"
            />
          ) : null}
          <path
            d={path(values) ?? undefined}
            fill="none"
            stroke="var(--chart-1)"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </>
      }
      marks={
        <>
          {limit ? (
            <span
              className={cx(
                "absolute whitespace-nowrap",
                across.at === "end" ? "right-0" : "left-0",
                across.side === "above" && "-mt-4",
              )}
              style={{ top: `${limitY}%` }}
            >
              {limit.label}
            </span>
          ) : null}
          {noted.map((point) => {
            const left = x(point.index);
            const toLeft = left > 50;
            return (
              <span
                key={point.index}
                className="absolute"
                style={{ left: `${left}%`, top: `${scale.y(point.value)}%` }}
              >
                <span
                  className={cx(
                    "absolute -top-1.25 -left-1.25 size-2.5 rounded-full border-2 bg-surface",
                    isBad(point.value) ? "border-danger" : "border-ink",
                  )}
                />
                <span
                  className={cx(
                    "absolute -top-2 flex h-4 w-max items-center font-strong text-ink",
                    toLeft ? "right-2.5 text-right" : "left-2.5",
                  )}
                  style={{ maxWidth: `clamp(5rem, ${toLeft ? left : 100 - left}cqw - 2.5rem, 14rem)` }}
                >
                  <span className="rounded-xs bg-surface/80 px-0.5">
                    {t("noted", { value: format(point.value), note: point.note ?? "" })}
                  </span>
                </span>
              </span>
            );
          })}
          <span
            className="absolute -mt-[3.5px] -mr-[3.5px] size-[7px] rounded-full bg-[var(--chart-1)]"
            style={{ top: `${lastY}%`, right: 0 }}
          />
          {last.note ? null : (
            <span
              className={cx(
                "absolute right-0 font-strong whitespace-nowrap text-ink",
                ending.side === "above" ? "-mt-5.5" : "mt-1.5",
              )}
              style={{ top: `${ending.y}%` }}
            >
              {format(last.value)}
            </span>
          )}
        </>
      }
    />
  );
}
