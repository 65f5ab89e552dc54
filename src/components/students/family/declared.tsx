"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { useGuardianWords } from "./use-guardian-words";

export interface DeclaredProps {
  /** By field. */
  declared: Record<string, unknown>;
  className?: string;
}

/** What one child's form says of a guardian otherwise than the person's own record. */
export function Declared({ declared, className }: DeclaredProps) {
  const t = useTranslations("students.family");
  const words = useGuardianWords();
  const said = Object.entries(declared);
  if (said.length === 0) return null;
  return (
    <ul className={cx("grid gap-0.5 text-xs text-ink-2 [overflow-wrap:anywhere]", className)}>
      {said.map(([field, value]) => (
        <li key={field}>
          {t("declared", {
            field: words.label(field),
            value: value === null || value === "" ? t("declaredNothing") : words.value(field, value),
          })}
        </li>
      ))}
    </ul>
  );
}
