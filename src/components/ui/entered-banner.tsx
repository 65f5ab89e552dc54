import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface EnteredBannerProps {
  school: string;
  /** Nothing can be changed during this visit. */
  readOnly: boolean;
  /** What is left of the visit in words, such as "42 min". */
  remaining?: ReactNode;
  /** The small button that leaves. */
  children: ReactNode;
}

/** Says on every page that someone from outside acts inside this school; never scrolls away. */
export function EnteredBanner({ school, readOnly, remaining, children }: EnteredBannerProps) {
  const t = useTranslations("ui.entered");
  return (
    <div
      role="status"
      data-print="no"
      className="sticky top-0 z-[calc(var(--z-bar)+1)] flex min-h-(--topbar-h) items-center gap-3 border-b border-warning-line bg-warning-soft px-(--gutter) py-1.5 text-sm text-warning-text [&_button]:text-warning-text"
    >
      <Eye className="max-sm:hidden" />
      <p className="min-w-0 flex-1">
        <b className="font-medium">{t("title", { school })}</b>{" "}
        <span className="max-sm:sr-only">{t(readOnly ? "readOnly" : "written")}</span>{" "}
        {remaining ? t.rich("ends", { remaining: () => remaining }) : null}
      </p>
      {children}
    </div>
  );
}
