export interface ValueScale {
  /** At most five values, rising, each on a hairline. */
  ticks: number[];
  /** Distance from the top of the plot in per cent. */
  y: (value: number) => number;
}

const MOST_LINES = 5;
/** A value may stand this share of a step above the highest line; more, and a line is drawn above it. */
const ABOVE_LINES = 0.35;

/** A scale that holds all `values`, from zero (`fromZero`) or from a round value below the lowest. */
export function valueScale(values: readonly number[], fromZero: boolean): ValueScale {
  const [low, high] = extent(fromZero ? [0, ...values] : values);
  const ticks = roundTicks(low, high, values.every(Number.isInteger));
  const bottom = Math.min(low, ...ticks);
  const top = Math.max(high, ...ticks);
  return { ticks, y: (value) => ((top - value) / (top - bottom)) * 100 };
}

/** Multiples of the smallest step of 1, 2 or 5 times a power of ten that needs no more than `MOST_LINES` lines. */
function roundTicks(low: number, high: number, whole: boolean): number[] {
  const least = Math.floor(Math.log10((high - low) / MOST_LINES));
  for (let power = whole ? Math.max(0, least) : least; ; power++) {
    for (const factor of [1, 2, 5]) {
      // Negative powers divide: 3 / 10 is 0.3, 3 * 0.1 is not.
      const times = (count: number) =>
        power < 0 ? (count * factor) / 10 ** -power : count * factor * 10 ** power;
      const first = Math.floor(low / times(1));
      const steps = high / times(1);
      const last = steps - Math.floor(steps) <= ABOVE_LINES ? Math.floor(steps) : Math.ceil(steps);
      if (last - first < MOST_LINES)
        return Array.from({ length: last - first + 1 }, (_, index) => times(first + index));
    }
  }
}

/** The lowest and the highest; never the same, since a scale needs some way between them. */
function extent(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low > high) return [0, 1];
  if (low < high) return [low, high];
  return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
}

/** True where a line chart should start at zero: a spread that is large beside the values themselves. */
export function startsAtZero(values: readonly number[]): boolean {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low >= 0 && low < high * 0.4;
}

/** Width in px of a label of the axis: 11 px type, rather too much than too little. */
const labelWidth = (text: string) => text.length * 6 + 10;

/** What the last label may stand over the right edge, in px. */
const STICK_OUT = 16;

export interface AxisLabel {
  text: string;
  /** Distance from the left in per cent, where the label starts. */
  x: number;
}

/** A label at the right edge ends there, so that it does not stick out. */
export const endsAtEdge = (label: AxisLabel) => label.x > 99;

/** The labels that fit side by side in a plot of `width` px: every one, every second, and so on. */
export function fittingLabels(labels: readonly AxisLabel[], width: number): AxisLabel[] {
  const need = Math.max(0, ...labels.map((label) => labelWidth(label.text)));
  const start = (label: AxisLabel) => (endsAtEdge(label) ? width - need : (label.x / 100) * width);
  const apart = (first: AxisLabel | undefined, next: AxisLabel | undefined) =>
    !first || !next || start(next) - start(first) >= need;
  for (let step = 1; step < labels.length; step++) {
    const shown = labels.filter(
      (label, index) => index % step === 0 && (index === 0 || start(label) + need <= width + STICK_OUT),
    );
    // The one at the edge stands further left than its point, and gives way.
    if (shown.length > 2 && !apart(shown.at(-2), shown.at(-1))) shown.pop();
    if (shown.every((label, index) => apart(label, shown[index + 1]))) return shown;
  }
  return labels.slice(0, 1);
}

/** The narrowest and two wider plots for which labels are chosen, in px; see `BANDS` in chart-frame.tsx. */
export const PLOT_WIDTHS = [260, 440, 620] as const;

export interface Spot {
  x: number;
  y: number;
}

export interface Words {
  at: "start" | "end";
  side: "above" | "below";
  /** The edge of the words that is nearest to the line, in per cent. */
  y: number;
}

/** The width of words in per cent of a narrow plot, where they take most of it. */
export function wordsWidth(text: string): number {
  return Math.min(100, (labelWidth(text) / PLOT_WIDTHS[0]) * 100);
}

/** Where the words of the last point stand: over or under all of the line that runs beside them. */
export function lastWords(spots: readonly Spot[], width: number): Words {
  const last = spots.at(-1)?.y ?? 0;
  const beside = spots.filter((spot) => spot.x >= 100 - width).map((spot) => spot.y);
  const over = Math.min(last, ...beside);
  const under = Math.max(last, ...beside);
  return last - over <= under - last + 10 || under > 85
    ? { at: "end", side: "above", y: over }
    : { at: "end", side: "below", y: under };
}

const CORNERS = [
  { at: "end", side: "below" },
  { at: "end", side: "above" },
  { at: "start", side: "below" },
  { at: "start", side: "above" },
] as const;

/** Where the words of a line across the plot at `y` meet the fewest of the `spots`. */
export function limitWords(
  y: number,
  spots: readonly Spot[],
  size: { width: number; height: number },
): Words {
  const hits = CORNERS.map(({ at, side }) => {
    const top = side === "above" ? y - size.height : y;
    const beside = spots.filter((spot) =>
      at === "start" ? spot.x <= size.width : spot.x >= 100 - size.width,
    );
    return beside.filter((spot) => spot.y >= top && spot.y <= top + size.height).length;
  });
  const best = CORNERS[hits.indexOf(Math.min(...hits))] ?? CORNERS[0];
  return { ...best, y };
}
