import { useTranslations } from "next-intl";
import { buttonClass } from "./button-styles";
import { RouteLink } from "./route-link";

export interface KeysetPagerProps {
  /** The numbers of the first and last row shown, where they are known. */
  from?: number;
  to?: number;
  /** How many there are in all, where it is known. */
  total?: number;
  /** Addresses of the pages before and after; absent at the ends. */
  previousHref?: string;
  nextHref?: string;
}

/** Which rows are shown, and the way to those before and after. */
export function KeysetPager({ from, to, total, previousHref, nextHref }: KeysetPagerProps) {
  const t = useTranslations("ui");
  return (
    <nav
      aria-label={t("pages")}
      data-print="no"
      className="flex items-center gap-2 text-sm text-ink-3 tabular-nums"
    >
      <span>
        {from === undefined || to === undefined
          ? total === undefined
            ? null
            : t("total", { total })
          : total === undefined
            ? t("range", { from, to })
            : t("rangeOf", { from, to, total })}
      </span>
      <span className="ml-auto flex items-center gap-2">
        <PageLink href={previousHref} label={t("previous")} rel="prev" />
        <PageLink href={nextHref} label={t("next")} rel="next" />
      </span>
    </nav>
  );
}

function PageLink({ href, label, rel }: { href: string | undefined; label: string; rel: "prev" | "next" }) {
  if (href === undefined) {
    return (
      <button type="button" disabled className={buttonClass({ size: "sm" })}>
        {label}
      </button>
    );
  }
  return (
    <RouteLink href={href} rel={rel} className={buttonClass({ size: "sm" })}>
      {label}
    </RouteLink>
  );
}
