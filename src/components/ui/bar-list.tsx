import { useFormatter } from "next-intl";
import { cx } from "./cx";
import { Link } from "./link";

export interface BarListItem {
  label: string;
  value: number;
  /** Set only where a limit is crossed; say the limit in `hint`. */
  tone?: "warning" | "danger";
  href?: string;
}

export interface BarListProps {
  /** The list's name for assistive technology. */
  label: string;
  items: readonly BarListItem[];
  /** The ends of the scale; from zero to the greatest value without them. */
  min?: number;
  max?: number;
  format?: (value: number) => string;
  /** What the scale and the colours mean, in words. */
  hint?: string;
}

const TONES = { warning: "bg-warning", danger: "bg-danger" };

/** One amount for each thing of a list, as bars with their figures. */
export function BarList({ label, items, min = 0, max, format, hint }: BarListProps) {
  const formatter = useFormatter();
  const end = max ?? Math.max(...items.map((item) => item.value), min + 1);
  const share = (value: number) => Math.min(1, Math.max(0, (value - min) / (end - min)));
  return (
    <div className="grid gap-3 [print-color-adjust:exact]">
      <ul
        aria-label={label}
        className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)_auto] gap-x-3 gap-y-2 text-sm text-ink-2 tabular-nums"
      >
        {items.map((item) => (
          <li key={item.label} className="col-span-3 grid grid-cols-subgrid items-center">
            <span className="min-w-0 truncate">
              {item.href ? <Link href={item.href}>{item.label}</Link> : item.label}
            </span>
            <span aria-hidden="true" className="h-2 overflow-hidden rounded-[2px] bg-press">
              <span
                className={cx("block h-full", item.tone ? TONES[item.tone] : "bg-brand-mark")}
                style={{ width: `${share(item.value) * 100}%` }}
              />
            </span>
            <span className={cx("text-right", item.tone && "font-strong text-ink")}>
              {format ? format(item.value) : formatter.number(item.value)}
            </span>
          </li>
        ))}
      </ul>
      {hint ? <p className="text-xs text-ink-3">{hint}</p> : null}
    </div>
  );
}
