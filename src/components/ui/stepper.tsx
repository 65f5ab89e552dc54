import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "./cx";

export interface StepperProps {
  label: string;
  steps: readonly string[];
  /** The index of the step that one is at; the number of steps when all are done. */
  current: number;
}

/** Where one stands in a task of several steps. */
export function Stepper({ label, steps, current }: StepperProps) {
  const t = useTranslations("ui");
  return (
    <ol aria-label={label} data-print="no" className="flex gap-2 text-sm text-ink-3">
      {steps.map((step, index) => {
        const done = index < current;
        const now = index === current;
        return (
          <li
            key={step}
            aria-current={now ? "step" : undefined}
            className={cx(
              "flex items-center gap-2",
              now && "font-medium text-ink",
              index > 0 && "before:h-px before:w-4 before:bg-line-control before:content-[''] sm:before:w-7",
            )}
          >
            <span
              className={cx(
                "grid size-5 place-items-center rounded-full text-2xs",
                done && "bg-press text-ink",
                now && "bg-brand-solid text-brand-fg",
                !done && !now && "[--edge:var(--line-control)] edge",
              )}
            >
              {done ? <Check className="size-3.5!" /> : index + 1}
            </span>
            <span className={now ? undefined : "max-sm:sr-only"}>{step}</span>
            {done ? <span className="sr-only">{t("stepDone")}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
