import type { LucideIcon } from "lucide-react";
import { LayoutDashboard, Send, Users } from "lucide-react";
import { can, type Permission } from "@/domain/permissions";
import type { Role } from "@/domain/roles";

export type Place = {
  key: "home" | "users" | "invitations";
  href: string;
  icon: LucideIcon;
  exact?: boolean;
};

/** Where each role lands after signing in. */
export const HOME: Record<Role, string> = {
  STUDENT: "/student",
  PARENT: "/parent",
  COACH: "/coach",
  ORG_ADMIN: "/org-admin/users",
  ADMIN: "/org-admin/users",
};

const ADMIN_PLACES: readonly (Place & { permission: Permission })[] = [
  { key: "users", href: "/org-admin/users", icon: Users, permission: "user:list" },
  { key: "invitations", href: "/org-admin/invitations", icon: Send, permission: "invitation:manage" },
];

/** The places of the navigation that the role may go to, in order. */
export function placesOf(role: Role): readonly Place[] {
  const admin = ADMIN_PLACES.filter(({ permission }) => can(role, permission));
  if (admin.length > 0) return admin;
  const home: Place = { key: "home", href: HOME[role], icon: LayoutDashboard, exact: true };
  if (!can(role, "invitation:create-own-class")) return [home];
  return [home, { key: "invitations", href: "/coach/invitations", icon: Send }];
}
