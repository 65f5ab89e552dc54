import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

export interface ErrorStateProps {
  title?: ReactNode;
  /** What failed and what is kept. */
  children?: ReactNode;
  /** A number that support can look up. */
  reference?: string;
  /** "Try again", and a way out. */
  actions?: ReactNode;
}

/** Something failed; it was not the reader's fault. */
export function ErrorState({ title, children, reference, actions }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert">
      <EmptyState drawing="trouble" title={title ?? t("errorTitle")} actions={actions}>
        <p>{children ?? t("errorBody")}</p>
        {reference ? <p className="mt-2 text-xs text-ink-3">{t("reference", { reference })}</p> : null}
      </EmptyState>
    </div>
  );
}
