import { stack, stackOrderReverse } from "d3-shape";
import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "./chart-frame";
import { valueScale } from "./chart-geometry";

export interface ChartColumn {
  label: string;
  /** One value for each series. */
  values: readonly number[];
  /** Where any column has it, only those are named on the axis. */
  tick?: boolean;
}

export interface ColumnChartProps {
  /** One sentence that says what is seen; names the picture and its table. */
  title: string;
  columns: readonly ChartColumn[];
  /** The names of the series; the first stands on top in the school's colour. */
  series: readonly string[];
  format?: (value: number) => string;
  /** Height of the plot in px. */
  height?: number;
  /** Heads the first column of the table, such as "Day". */
  columnLabel?: string;
}

const COLORS = ["var(--chart-1)", "var(--chart-3)", "var(--chart-2)"];
/** The share of its place that a column fills. */
const FILL = 0.68;
/** In per cent of the plot; a few columns must not turn into walls. */
const WIDEST = 8;
/** From here on the name of a column ends at the edge: it has no room to begin with the column. */
const NEAR_EDGE = 92;

/** Amounts side by side, each made of one or several parts. */
export function ColumnChart(props: ColumnChartProps) {
  const { title, columns, series, height = 112, columnLabel } = props;
  const t = useTranslations("ui.chart");
  const formatter = useFormatter();
  const format = props.format ?? ((value: number) => formatter.number(value));
  const sums = columns.map((column) => column.values.reduce((sum, value) => sum + value, 0));
  const last = columns.at(-1);
  const lastSum = sums.at(-1);
  if (!last || lastSum === undefined) return <p className="text-sm text-ink-3">{t("none")}</p>;

  const scale = valueScale(sums, true);
  const place = 100 / columns.length;
  const width = Math.min(place * FILL, WIDEST);
  const x = (index: number) => index * place + (place - width) / 2;
  const parts = stack<ChartColumn, number>()
    .keys(series.map((_, index) => index))
    .value((column, index) => column.values[index] ?? 0)
    .order(stackOrderReverse)([...columns]);
  const lowest = sums.indexOf(Math.min(...sums));
  const highest = sums.indexOf(Math.max(...sums));
  const named = columns.some((column) => column.tick);
  const several = series.length > 1;

  return (
    <ChartFrame
      title={title}
      summary={t("summary", {
        low: format(sums[lowest] ?? 0),
        lowAt: columns[lowest]?.label ?? "",
        high: format(sums[highest] ?? 0),
        highAt: columns[highest]?.label ?? "",
        last: format(lastSum),
        lastAt: last.label,
      })}
      scale={scale}
      formatTick={format}
      height={height}
      labels={columns.flatMap((column, index) =>
        !named || column.tick ? [{ text: column.label, x: x(index) > NEAR_EDGE ? 100 : x(index) }] : [],
      )}
      hits={columns.map((column, index) => ({
        x: index * place,
        width: place,
        y: scale.y(sums[index] ?? 0),
        text: [
          `${column.label}: ${format(sums[index] ?? 0)}`,
          ...(several ? series.map((name, part) => `${name} ${format(column.values[part] ?? 0)}`) : []),
        ].join(" · "),
      }))}
      legend={
        several
          ? series.map((label, index) => ({ label, color: COLORS[index] ?? "var(--chart-2)" }))
          : undefined
      }
      table={{
        head: [columnLabel ?? t("point"), ...series, ...(several ? [t("total")] : [])],
        rows: columns.map((column, index) => [
          column.label,
          ...series.map((_, part) => format(column.values[part] ?? 0)),
          ...(several ? [format(sums[index] ?? 0)] : []),
        ]),
      }}
      shapes={parts.map((part) =>
        part.map(([from, to], index) =>
          to > from ? (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and their names may repeat
              key={`${part.key}-${index}`}
              x={x(index)}
              width={width}
              y={scale.y(to)}
              height={scale.y(from) - scale.y(to)}
              fill={COLORS[part.key] ?? "var(--chart-2)"}
            />
          ) : null,
        ),
      )}
      marks={
        <span
          className="absolute -mt-4.5 font-strong whitespace-nowrap text-ink"
          style={{
            top: `${scale.y(lastSum)}%`,
            left: `${x(columns.length - 1) + width / 2}%`,
            translate: "-50%",
          }}
        >
          {format(lastSum)}
        </span>
      }
    />
  );
}
