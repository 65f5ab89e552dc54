"use client";

import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { labelContrast } from "./color-contrast";

/** How the label of a button in this colour ("#rrggbb") reads, in words. */
export default function ContrastLine({ color }: { color: string }) {
  const t = useTranslations("ui.color");
  const { number } = useFormatter();
  const { label, ratio, moved } = labelContrast(color);
  return (
    <span className="flex gap-1 text-success-text">
      <Check className="mt-0.5 size-3!" />
      <span>
        {t(label, { ratio: number(ratio, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })}{" "}
        {t(moved ? "moved" : "adjusted")}
      </span>
    </span>
  );
}
