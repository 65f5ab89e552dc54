"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { normalHex } from "@/components/ui/hex-color";
import type { JoinStep } from "@/domain/onboarding-list";
import type { JoinDraft } from "./use-join-draft";

export interface SummaryStepProps {
  draft: JoinDraft;
  email: string;
  /** The address in full. */
  address: string;
  onGo: (step: JoinStep) => void;
}

/** Everything that was chosen, each with the way back to it. */
export function SummaryStep({ draft, email, address, onGo }: SummaryStepProps) {
  const t = useTranslations("join");
  const color = normalHex(draft.primaryColor);
  const rows = [
    { step: "school", value: draft.schoolName, more: "" },
    { step: "address", value: address, more: "" },
    { step: "account", value: draft.name || email, more: draft.name ? email : "" },
    { step: "look", value: color ?? "", more: draft.motto },
    { step: "year", value: draft.year, more: "" },
  ] as const;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {rows.map(({ step, value, more }) => (
        <li key={step} className="flex items-center gap-3 py-2 pr-2 pl-3">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <span className="block text-xs text-ink-3">{t(`step.${step}`)}</span>
            <span className="flex items-center gap-2">
              {step === "look" && color ? (
                <span
                  aria-hidden="true"
                  className="size-4 flex-none rounded-sm shadow-[inset_0_0_0_1px_light-dark(oklch(0_0_0/.12),oklch(1_0_0/.24))]"
                  style={{ background: color }}
                />
              ) : null}
              <span className="font-medium">{value}</span>
            </span>
            {more ? <span className="block text-sm text-ink-2">{more}</span> : null}
          </span>
          <Button
            size="sm"
            variant="quiet"
            aria-label={t("changeStep", { step: t(`step.${step}`) })}
            onPress={() => onGo(step)}
          >
            {t("change")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
