import { useTranslations } from "next-intl";
import { cx } from "./cx";
import { RouteLink } from "./route-link";

export interface Crumb {
  label: string;
  /** The last crumb has none: it is the current page. */
  href?: string;
}

/** The way to this page; on narrow screens only its end. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            <li
              key={`${item.href ?? ""}${item.label}`}
              aria-current={last ? "page" : undefined}
              className={cx(
                "flex min-w-0 gap-1.5 whitespace-nowrap",
                last ? "font-medium text-ink" : "text-ink-3",
                index > 0 && "before:text-line-control before:content-['/']",
                items.length - index > 2 && "max-sm:hidden",
                items.length - index === 2 && "max-sm:before:hidden",
              )}
            >
              {item.href && !last ? (
                <RouteLink href={item.href} className="truncate hover:text-ink">
                  {item.label}
                </RouteLink>
              ) : (
                <span className="truncate">{item.label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
