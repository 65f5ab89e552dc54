import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const MARK = "rounded-[2px] px-1 py-px text-ink no-underline [overflow-wrap:anywhere]";

/** A value that goes. */
export function ChangedFrom({ children }: { children?: ReactNode }) {
  if (isNothing(children)) return <Nothing />;
  return (
    <del className={`${MARK} bg-danger-soft shadow-[inset_0_-1px_0_var(--danger-line)]`}>{children}</del>
  );
}

/** The value that comes instead. */
export function ChangedTo({ children }: { children?: ReactNode }) {
  if (isNothing(children)) return <Nothing />;
  return (
    <ins className={`${MARK} bg-success-soft shadow-[inset_0_-1px_0_var(--success-line)]`}>{children}</ins>
  );
}

function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === "";
}

function Nothing() {
  const t = useTranslations("ui.diff");
  return <span className="text-ink-3">{t("empty")}</span>;
}
