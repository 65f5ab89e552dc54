"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { JOIN_STEPS, type JoinStep } from "@/domain/onboarding-list";

export interface JoinStepsProps {
  current: JoinStep;
  /** The farthest one that may be gone to. */
  reached: JoinStep;
  onGo: (step: JoinStep) => void;
}

/** Where one stands among the steps, and the way to those that were seen already. */
export function JoinSteps({ current, reached, onGo }: JoinStepsProps) {
  const t = useTranslations("join");
  const now = JOIN_STEPS.indexOf(current);
  const farthest = JOIN_STEPS.indexOf(reached);
  return (
    <nav aria-label={t("steps")} className="grid gap-1">
      <ol className="flex gap-1.5">
        {JOIN_STEPS.map((step, index) => {
          const open = index <= farthest && index !== now;
          return (
            <li key={step} className="flex-1" aria-current={index === now ? "step" : undefined}>
              <button
                type="button"
                disabled={!open}
                title={t(`step.${step}`)}
                onClick={() => onGo(step)}
                className="group grid h-6 w-full items-center rounded-sm pointer-coarse:h-11"
              >
                <span
                  className={cx(
                    "block h-1 rounded-full",
                    index <= now ? "bg-brand-mark" : index <= farthest ? "bg-line-control" : "bg-press",
                    open && "group-hover:h-1.5",
                  )}
                />
                <span className="sr-only">{t(`step.${step}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="text-xs text-ink-3 tabular-nums">
        {t("stepOf", { number: now + 1, total: JOIN_STEPS.length })}
      </p>
    </nav>
  );
}
