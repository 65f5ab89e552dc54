import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";
import { StatePage } from "./state-page";

export interface NotFoundStateProps {
  /** One way on. */
  actions?: ReactNode;
  /** Fills the window, with the product's name above; without it the state stands inside a page or panel. */
  product?: string;
}

/** Missing, or not yours: the same words for both, so that nothing can be guessed. */
export function NotFoundState({ actions, product }: NotFoundStateProps) {
  const t = useTranslations("ui");
  if (product === undefined) {
    return (
      <EmptyState drawing="door" title={t("notFoundTitle")} actions={actions}>
        {t("notFoundBody")}
      </EmptyState>
    );
  }
  return (
    <StatePage product={product} drawing="door" title={t("notFoundTitle")} actions={actions}>
      <p>{t("notFoundBody")}</p>
    </StatePage>
  );
}
