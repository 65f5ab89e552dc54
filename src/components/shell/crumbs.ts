import type { Crumb } from "@/components/ui/breadcrumbs";
import { isUnder } from "@/components/ui/nav-item";
import { oneOf } from "@/lib/one-of";
import type { Place, PlaceKey } from "./navigation";

type Part = "enrol" | "print" | "edit" | "transfer";
type Label =
  | `places.${PlaceKey}`
  | `crumbs.${"account" | "newInvitation" | "newClass" | "newStudent" | "student" | "new" | "sending" | "import" | "importFile" | "person" | "class" | "school" | "record" | Part}`;
type Say = (key: Label) => string;

const NEW: Partial<Record<PlaceKey, Label>> = {
  invitations: "crumbs.newInvitation",
  classes: "crumbs.newClass",
  students: "crumbs.newStudent",
};
const RECORD: Partial<Record<PlaceKey, Label>> = {
  users: "crumbs.person",
  classes: "crumbs.class",
  students: "crumbs.student",
  schools: "crumbs.school",
};
/** Where a place's records lie, where that is not below its own address. */
const RECORDS: Partial<Record<PlaceKey, string>> = { schools: "/admin/schools" };
const PARTS: readonly Part[] = ["enrol", "print", "edit", "transfer"];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * The way to an address: its place in the navigation, and what is open below it. `name` is that of the record, once
 * its page has said it (`CrumbName`).
 */
export function crumbsOf(pathname: string, places: readonly Place[], t: Say, name?: string): Crumb[] {
  if (isUnder(pathname, "/account")) return [{ label: t("crumbs.account") }];
  const place = placeAt(pathname, places);
  if (!place) return name === undefined ? [] : [{ label: name }];
  const beside = BESIDE_RECORDS.find(({ root, of }) => of === place.href && isUnder(pathname, root));
  const root = beside?.root ?? RECORDS[place.key] ?? place.href;
  const below = crumbsBelow(
    place.key,
    { root, parts: pathname.slice(root.length).split("/").filter(Boolean) },
    t,
    name,
  );
  const label = t(`places.${place.key}`);
  return below.length > 0 ? [{ label, href: place.href }, ...below] : [{ label }];
}

type Below = { root: string; parts: string[] };

function crumbsBelow(key: PlaceKey, { root, parts }: Below, t: Say, name?: string): Crumb[] {
  const [first, second] = parts;
  if (first === undefined) return [];
  if (first === "new") return [{ label: t(NEW[key] ?? "crumbs.new") }];
  if (first === "sendings" && second !== undefined) return [{ label: name ?? t("crumbs.sending") }];
  if (first === "import") return [{ label: t("crumbs.import") }];
  if (first === "imports" && second !== undefined)
    return [{ label: t("crumbs.import"), href: `${root}/import` }, { label: name ?? t("crumbs.importFile") }];
  if (!UUID.test(first)) return name === undefined ? [] : [{ label: name }];
  const label = name ?? t(RECORD[key] ?? "crumbs.record");
  const part = oneOf(PARTS, second);
  return part ? [{ label, href: `${root}/${first}` }, { label: t(`crumbs.${part}`) }] : [{ label }];
}

/** Pages of a place that lie beside it. */
const BESIDE: Readonly<Record<string, string>> = { "/admin/import": "/admin/invitations" };

/** Records of a place that lie beside it: families are a part of the students. */
const BESIDE_RECORDS = [{ root: "/org-admin/families", of: "/org-admin/students" }];

/** The place that an address belongs to: the one that it lies deepest in. */
export function placeAt(pathname: string, places: readonly Place[]): Place | undefined {
  const path = BESIDE[pathname] ?? BESIDE_RECORDS.find(({ root }) => isUnder(pathname, root))?.of ?? pathname;
  return places
    .filter(({ href, exact }) => (exact ? path === href : isUnder(path, href)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
