import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

export interface MeterProps {
  label: ReactNode;
  value: number;
  max: number;
  /** A part that is spoken for, such as invited people; neutral, after the first. */
  secondary?: number;
  /** Says what the parts mean, such as "2 invited, 2 free". */
  hint?: ReactNode;
}

/** How much of a limit is used; going over it is shown and said. */
export function Meter({ label, value, max, secondary = 0, hint }: MeterProps) {
  const t = useTranslations("ui.meter");
  const { number } = useFormatter();
  const id = useId();
  const over = Math.max(0, value - max);
  // Beyond the limit the whole bar is the value, and a gap stands where the limit is.
  const whole = Math.max(value, max, 1);
  const width = (part: number) => ({ width: `${(part / whole) * 100}%` });
  const text = t("of", { value: number(value), max: number(max) });
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline gap-2 text-sm">
        <span id={id} className="font-strong">
          {label}
        </span>
        <span className="ml-auto text-ink-2 tabular-nums">
          {t.rich("figures", {
            value: number(value),
            max: number(max),
            b: (chunks) => <b className="text-ink">{chunks}</b>,
          })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> has one colour and no second part */}
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuenow={Math.min(value, max)}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={over ? t("ofAndOver", { text, over: number(over) }) : text}
        className="flex h-2 gap-px overflow-hidden rounded-full bg-press [print-color-adjust:exact]"
      >
        <div className="bg-brand-mark" style={width(value - over)} />
        {over ? (
          <div className="bg-danger" style={width(over)} />
        ) : (
          <div className="bg-line-control" style={width(Math.min(secondary, max - value))} />
        )}
      </div>
      {over || hint ? (
        <p className="text-xs text-ink-3">
          {over ? <b className="font-medium text-danger-text">{t("over", { over: number(over) })} </b> : null}
          {hint}
        </p>
      ) : null}
    </div>
  );
}
