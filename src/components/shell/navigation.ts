import type { LucideIcon } from "lucide-react";
import {
  CalendarRange,
  ChartNoAxesColumn,
  GraduationCap,
  House,
  IdCard,
  LayoutDashboard,
  MailPlus,
  School,
  ScrollText,
  Send,
  Settings2,
  Shapes,
  Users,
} from "lucide-react";
import { can, type Permission } from "@/domain/permissions";
import type { Role } from "@/domain/roles";

export type PlaceKey =
  | "schools"
  | "schoolInvitations"
  | "statistics"
  | "platformAudit"
  | "dashboard"
  | "home"
  | "users"
  | "students"
  | "classes"
  | "record"
  | "academics"
  | "invitations"
  | "audit"
  | "settings";

export type Place = {
  key: PlaceKey;
  href: string;
  icon: LucideIcon;
  /** Follows `g` on the keyboard. */
  letter: string;
  /** Current only at this very address. */
  exact?: boolean;
  /** The titled group in which it stands; without one, at the top. */
  group?: "platform" | "school";
};

/** Where each role lands after signing in. */
export const HOME: Record<Role, string> = {
  STUDENT: "/student",
  PARENT: "/parent",
  COACH: "/coach",
  ORG_ADMIN: "/org-admin",
  ADMIN: "/admin",
};

const ADMIN_PLACES: readonly (Place & { permission: Permission })[] = [
  {
    key: "schools",
    href: "/admin",
    icon: School,
    letter: "o",
    group: "platform",
    permission: "platform:list-organizations",
  },
  {
    key: "schoolInvitations",
    href: "/admin/invitations",
    icon: MailPlus,
    letter: "p",
    group: "platform",
    permission: "platform:invite-school",
  },
  {
    key: "statistics",
    href: "/admin/statistics",
    icon: ChartNoAxesColumn,
    letter: "t",
    group: "platform",
    permission: "platform:read-statistics",
  },
  {
    key: "platformAudit",
    href: "/admin/audit",
    icon: ScrollText,
    letter: "l",
    group: "platform",
    permission: "platform:read-audit",
  },
  {
    key: "dashboard",
    href: "/org-admin",
    icon: LayoutDashboard,
    letter: "d",
    exact: true,
    permission: "statistics:read",
  },
  { key: "users", href: "/org-admin/users", icon: Users, letter: "u", permission: "user:list" },
  {
    key: "students",
    href: "/org-admin/students",
    icon: GraduationCap,
    letter: "e",
    permission: "student:list",
  },
  { key: "classes", href: "/org-admin/classes", icon: Shapes, letter: "c", permission: "class:manage" },
  {
    key: "invitations",
    href: "/org-admin/invitations",
    icon: Send,
    letter: "i",
    permission: "invitation:manage",
  },
  {
    key: "academics",
    href: "/org-admin/academics",
    icon: CalendarRange,
    letter: "y",
    group: "school",
    permission: "academics:manage",
  },
  {
    key: "audit",
    href: "/org-admin/audit",
    icon: ScrollText,
    letter: "a",
    group: "school",
    permission: "audit:read",
  },
  {
    key: "settings",
    href: "/org-admin/settings",
    icon: Settings2,
    letter: "s",
    group: "school",
    permission: "organization:update",
  },
];

const COACH_PLACES: readonly (Place & { permission: Permission })[] = [
  { key: "classes", href: "/coach/classes", icon: Shapes, letter: "c", permission: "class:manage-own" },
  {
    key: "students",
    href: "/coach/students",
    icon: GraduationCap,
    letter: "e",
    permission: "student:list-own-classes",
  },
  {
    key: "invitations",
    href: "/coach/invitations",
    icon: Send,
    letter: "i",
    permission: "invitation:create-own-class",
  },
];

const STUDENT_PLACES: readonly (Place & { permission: Permission })[] = [
  { key: "record", href: "/student/record", icon: IdCard, letter: "r", permission: "student:read-self" },
];

const allowed = (role: Role, places: readonly (Place & { permission: Permission })[]) =>
  places.filter(({ permission }) => can(role, permission));

/** The places of the navigation that the role may go to, in order. */
export function placesOf(role: Role): readonly Place[] {
  const admin = allowed(role, ADMIN_PLACES);
  if (admin.length > 0) return admin;
  const home: Place = { key: "home", href: HOME[role], icon: House, letter: "h", exact: true };
  return [home, ...allowed(role, COACH_PLACES), ...allowed(role, STUDENT_PLACES)];
}
