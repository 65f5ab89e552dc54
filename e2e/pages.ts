import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Who opens a page in the walks over all pages. */
export type Visitor = "visitor" | "admin" | "coach" | "student" | "parent";

/** Demo accounts by visitor. */
export const ACCOUNTS: Record<Exclude<Visitor, "visitor">, { email: string; password: string }> = {
  admin: { email: "orgadmin@test.com", password: "OrgAdmin123!" },
  coach: { email: "coach@test.com", password: "Coach123!" },
  student: { email: "alex@test.com", password: "Student123!" },
  parent: { email: "parent@test.com", password: "Parent123!" },
};

/** An id of the right form that nothing has: such a page shows its "not found". */
const NOTHING = "01936d2e-7f5c-7000-8000-000000000000";
const NO_TOKEN = "A".repeat(43);

/** Every page of the application: its address, and who may open it. */
export const PAGES: Record<string, { path: string; as: Visitor }> = {
  "(signed-out)/sign-in": { path: "/sign-in", as: "visitor" },
  "(signed-out)/register": { path: "/register", as: "visitor" },
  "(signed-out)/verify-email": { path: `/verify-email?token=${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/forgot-password": { path: "/forgot-password", as: "visitor" },
  "(signed-out)/reset-password": { path: `/reset-password?token=${NO_TOKEN}`, as: "visitor" },
  "(signed-out)/invitation/[token]": { path: `/invitation/${NO_TOKEN}`, as: "visitor" },
  "dev/outbox": { path: "/dev/outbox", as: "visitor" },
  "dev/outbox/[id]": { path: `/dev/outbox/${NOTHING}`, as: "visitor" },
  "": { path: "/", as: "admin" },
  account: { path: "/account", as: "student" },
  "org-admin/users": { path: "/org-admin/users", as: "admin" },
  "org-admin/users/[id]": { path: `/org-admin/users/${NOTHING}`, as: "admin" },
  "org-admin/invitations": { path: "/org-admin/invitations", as: "admin" },
  "org-admin/invitations/new": { path: "/org-admin/invitations/new", as: "admin" },
  "org-admin/invitations/sendings/[id]": { path: `/org-admin/invitations/sendings/${NOTHING}`, as: "admin" },
  coach: { path: "/coach", as: "coach" },
  "coach/invitations": { path: "/coach/invitations", as: "coach" },
  "coach/invitations/new": { path: "/coach/invitations/new", as: "coach" },
  "coach/invitations/sendings/[id]": { path: `/coach/invitations/sendings/${NOTHING}`, as: "coach" },
  student: { path: "/student", as: "student" },
  parent: { path: "/parent", as: "parent" },
};

/** The folders below src/app that hold a page. */
export function pageFolders(): string[] {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../src/app");
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "page.tsx")
    .map((entry) => relative(root, entry.parentPath))
    .sort();
}
