import type { Crumb } from "@/components/ui/breadcrumbs";
import { isUnder } from "@/components/ui/nav-item";
import { oneOf } from "@/lib/one-of";
import type { Place, PlaceKey } from "./navigation";

type Part = "enrol" | "print" | "edit";
type Label =
  | `places.${PlaceKey}`
  | `crumbs.${"account" | "newInvitation" | "newClass" | "new" | "sending" | "person" | "class" | "record" | Part}`;
type Say = (key: Label) => string;

const NEW: Partial<Record<PlaceKey, Label>> = {
  invitations: "crumbs.newInvitation",
  classes: "crumbs.newClass",
};
const RECORD: Partial<Record<PlaceKey, Label>> = { users: "crumbs.person", classes: "crumbs.class" };
const PARTS: readonly Part[] = ["enrol", "print", "edit"];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * The way to an address: its place in the navigation, and what is open below it. `name` is that of the record, once
 * its page has said it (`CrumbName`).
 */
export function crumbsOf(pathname: string, places: readonly Place[], t: Say, name?: string): Crumb[] {
  if (isUnder(pathname, "/account")) return [{ label: t("crumbs.account") }];
  const place = places
    .filter(({ href, exact }) => (exact ? pathname === href : isUnder(pathname, href)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  if (!place) return name === undefined ? [] : [{ label: name }];
  const below = crumbsBelow(place, pathname.slice(place.href.length).split("/").filter(Boolean), t, name);
  const label = t(`places.${place.key}`);
  return below.length > 0 ? [{ label, href: place.href }, ...below] : [{ label }];
}

function crumbsBelow({ key, href }: Place, [first, second]: string[], t: Say, name?: string): Crumb[] {
  if (first === undefined) return [];
  if (first === "new") return [{ label: t(NEW[key] ?? "crumbs.new") }];
  if (first === "sendings" && second !== undefined) return [{ label: name ?? t("crumbs.sending") }];
  if (!UUID.test(first)) return name === undefined ? [] : [{ label: name }];
  const label = name ?? t(RECORD[key] ?? "crumbs.record");
  const part = oneOf(PARTS, second);
  return part ? [{ label, href: `${href}/${first}` }, { label: t(`crumbs.${part}`) }] : [{ label }];
}
