import type { Area } from "@/components/classes/class-url";
import type { Permission } from "@/domain/permissions";

/** Where the same screens stand for an admin and for a coach, and what each must be allowed. */
export type ClassesReach = { area: Area; permission: Permission };

export const ALL_CLASSES: ClassesReach = { area: "/org-admin", permission: "class:manage" };

export const OWN_CLASSES: ClassesReach = { area: "/coach", permission: "class:manage-own" };
