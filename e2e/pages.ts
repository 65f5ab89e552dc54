import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Who opens a page in the walks over all pages. */
export type Visitor = "visitor" | "platform" | "admin" | "coach" | "student" | "parent";

/** Demo accounts by visitor. */
export const ACCOUNTS: Record<Exclude<Visitor, "visitor">, { email: string; password: string }> = {
  platform: { email: "admin@test.com", password: "Admin123!" },
  admin: { email: "orgadmin@test.com", password: "OrgAdmin123!" },
  coach: { email: "coach@test.com", password: "Coach123!" },
  student: { email: "alex@test.com", password: "Student123!" },
  parent: { email: "parent@test.com", password: "Parent123!" },
};

/** An id of the right form that nothing has: such a page shows its "not found". */
const NOTHING = "01936d2e-7f5c-7000-8000-000000000000";
const NO_TOKEN = "A".repeat(43);

/** Every page of the application: its address, and who may open it. The walk of screens opens records that there are. */
export const PAGES: Record<string, { path: string; as: Visitor }> = {
  "(signed-out)/sign-in": { path: "/sign-in", as: "visitor" },
  "(signed-out)/register": { path: "/register", as: "visitor" },
  "(signed-out)/verify-email": { path: `/verify-email?token=${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/forgot-password": { path: "/forgot-password", as: "visitor" },
  "(signed-out)/reset-password": { path: `/reset-password?token=${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/confirm-email": { path: `/confirm-email?token=${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/invitation/[token]": { path: `/invitation/${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/transfers/[token]": { path: `/transfers/${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/schools/[slug]": { path: "/schools/stemblock", as: "visitor" },
  "(signed-out)/arrive": { path: `/arrive?token=${NO_TOKEN}`, as: "visitor" },
  "(join)/join/[token]": { path: `/join/${NO_TOKEN}`, as: "visitor" },
  "api/v1/docs": { path: "/api/v1/docs", as: "visitor" },
  "dev/outbox": { path: "/dev/outbox", as: "visitor" },
  "dev/outbox/[id]": { path: `/dev/outbox/${NOTHING}`, as: "visitor" },
  "": { path: "/", as: "admin" },
  account: { path: "/account", as: "student" },
  "account/security": { path: "/account/security", as: "student" },
  "account/look": { path: "/account/look", as: "student" },
  "account/notifications": { path: "/account/notifications", as: "student" },
  "account/data": { path: "/account/data", as: "student" },
  // Without the schools that tests open: their number is another each time.
  admin: { path: "/admin?plan=PRO,ENTERPRISE", as: "platform" },
  // Without what tests invite.
  "admin/invitations": { path: "/admin/invitations?q=colegios-demo", as: "platform" },
  "admin/import": { path: "/admin/import", as: "platform" },
  // What the gallery's own administrator did to people: the rest of the log is of what tests do.
  "admin/audit": { path: "/admin/audit?kind=people&q=araguaney", as: "platform" },
  "admin/schools/[id]": { path: `/admin/schools/${NOTHING}`, as: "platform" },
  "admin/schools/[id]/transfer/[userId]": {
    path: `/admin/schools/${NOTHING}/transfer/${NOTHING}`,
    as: "platform",
  },
  "admin/statistics": { path: "/admin/statistics", as: "platform" },
  "org-admin": { path: "/org-admin", as: "admin" },
  "org-admin/academics/rollover": { path: "/org-admin/academics/rollover", as: "admin" },
  "org-admin/academics": { path: "/org-admin/academics", as: "admin" },
  "org-admin/audit": { path: "/org-admin/audit", as: "admin" },
  "org-admin/users": { path: "/org-admin/users", as: "admin" },
  "org-admin/users/[id]": { path: `/org-admin/users/${NOTHING}`, as: "admin" },
  "org-admin/classes": { path: "/org-admin/classes", as: "admin" },
  "org-admin/classes/new": { path: "/org-admin/classes/new", as: "admin" },
  "org-admin/classes/[id]": { path: `/org-admin/classes/${NOTHING}`, as: "admin" },
  "org-admin/classes/[id]/enrol": { path: `/org-admin/classes/${NOTHING}/enrol`, as: "admin" },
  "org-admin/classes/[id]/print": { path: `/org-admin/classes/${NOTHING}/print`, as: "admin" },
  "org-admin/families/[id]": { path: `/org-admin/families/${NOTHING}`, as: "admin" },
  "org-admin/families/[id]/edit": { path: `/org-admin/families/${NOTHING}/edit`, as: "admin" },
  "org-admin/students": { path: "/org-admin/students", as: "admin" },
  "org-admin/students/import": { path: "/org-admin/students/import", as: "admin" },
  "org-admin/students/imports/[id]": { path: `/org-admin/students/imports/${NOTHING}`, as: "admin" },
  "org-admin/students/[id]": { path: `/org-admin/students/${NOTHING}`, as: "admin" },
  "org-admin/students/[id]/edit": { path: `/org-admin/students/${NOTHING}/edit`, as: "admin" },
  "org-admin/students/merge": { path: "/org-admin/students/merge", as: "admin" },
  "org-admin/students/new": { path: "/org-admin/students/new", as: "admin" },
  "org-admin/invitations": { path: "/org-admin/invitations", as: "admin" },
  "org-admin/invitations/new": { path: "/org-admin/invitations/new", as: "admin" },
  "org-admin/invitations/sendings/[id]": { path: `/org-admin/invitations/sendings/${NOTHING}`, as: "admin" },
  "org-admin/students/[id]/transfer": { path: `/org-admin/students/${NOTHING}/transfer`, as: "admin" },
  "org-admin/students/transfers": { path: "/org-admin/students/transfers", as: "admin" },
  "org-admin/students/transfers/[id]": { path: `/org-admin/students/transfers/${NOTHING}`, as: "admin" },
  "org-admin/students/[id]/print": { path: `/org-admin/students/${NOTHING}/print`, as: "admin" },
  "org-admin/students/lists": { path: "/org-admin/students/lists", as: "admin" },
  "org-admin/students/lists/print": { path: `/org-admin/students/lists/print?year=${NOTHING}`, as: "admin" },
  "org-admin/students/forms": { path: "/org-admin/students/forms", as: "admin" },
  "org-admin/students/forms/print": { path: `/org-admin/students/forms/print?year=${NOTHING}`, as: "admin" },
  "org-admin/settings": { path: "/org-admin/settings", as: "admin" },
  "org-admin/settings/branding": { path: "/org-admin/settings/branding", as: "admin" },
  "org-admin/settings/contact": { path: "/org-admin/settings/contact", as: "admin" },
  "org-admin/settings/address": { path: "/org-admin/settings/address", as: "admin" },
  "org-admin/settings/domains": { path: "/org-admin/settings/domains", as: "admin" },
  "org-admin/settings/region": { path: "/org-admin/settings/region", as: "admin" },
  "org-admin/settings/official": { path: "/org-admin/settings/official", as: "admin" },
  "org-admin/settings/invitations": { path: "/org-admin/settings/invitations", as: "admin" },
  "org-admin/settings/api-keys": { path: "/org-admin/settings/api-keys", as: "admin" },
  "org-admin/settings/everything": { path: "/org-admin/settings/everything", as: "admin" },
  "org-admin/settings/danger": { path: "/org-admin/settings/danger", as: "admin" },
  coach: { path: "/coach", as: "coach" },
  "coach/classes": { path: "/coach/classes", as: "coach" },
  "coach/classes/[id]": { path: `/coach/classes/${NOTHING}`, as: "coach" },
  "coach/classes/[id]/enrol": { path: `/coach/classes/${NOTHING}/enrol`, as: "coach" },
  "coach/classes/[id]/print": { path: `/coach/classes/${NOTHING}/print`, as: "coach" },
  "coach/students": { path: "/coach/students", as: "coach" },
  "coach/students/[id]": { path: `/coach/students/${NOTHING}`, as: "coach" },
  "coach/invitations": { path: "/coach/invitations", as: "coach" },
  "coach/invitations/new": { path: "/coach/invitations/new", as: "coach" },
  "coach/invitations/sendings/[id]": { path: `/coach/invitations/sendings/${NOTHING}`, as: "coach" },
  student: { path: "/student", as: "student" },
  "student/record": { path: "/student/record", as: "student" },
  parent: { path: "/parent", as: "parent" },
  "parent/children/[id]/print": { path: `/parent/children/${NOTHING}/print`, as: "parent" },
  "parent/children/[id]": { path: `/parent/children/${NOTHING}`, as: "parent" },
};

/** The folders below src/app that hold a page. */
export function pageFolders(): string[] {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../src/app");
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "page.tsx")
    .map((entry) => relative(root, entry.parentPath))
    .sort();
}
