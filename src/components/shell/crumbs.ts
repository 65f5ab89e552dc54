import type { Crumb } from "@/components/ui/breadcrumbs";
import { isUnder } from "@/components/ui/nav-item";
import type { Place } from "./navigation";

type Label = `places.${Place["key"]}` | `crumbs.${"account" | "new" | "sending" | "person"}`;

/** The way to an address: its place in the navigation, and what is open below it. */
export function crumbsOf(pathname: string, places: readonly Place[], t: (key: Label) => string): Crumb[] {
  const place = [...places]
    .sort((a, b) => b.href.length - a.href.length)
    .find(({ href }) => isUnder(pathname, href));
  if (!place) return pathname.startsWith("/account") ? [{ label: t("crumbs.account") }] : [];
  const label = t(`places.${place.key}`);
  const [below, deeper] = pathname.slice(place.href.length).split("/").filter(Boolean);
  if (below === undefined) return [{ label }];
  const kind = below === "new" ? "new" : deeper !== undefined ? "sending" : "person";
  return [{ label, href: place.href }, { label: t(`crumbs.${kind}`) }];
}
