import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

/** Missing, or not yours, inside a panel: the same words for both, so that nothing can be guessed. */
export function NotFoundState({ actions }: { actions?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <EmptyState drawing="door" title={t("notFoundTitle")} actions={actions}>
      {t("notFoundBody")}
    </EmptyState>
  );
}
