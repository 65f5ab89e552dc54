import type { Permission } from "@/domain/permissions";

/** Where the same screens stand for an admin and for a coach, and what each must be allowed. */
export type InvitationsReach = {
  base: "/org-admin/invitations" | "/coach/invitations";
  permission: Permission;
};

export const WHOLE_SCHOOL: InvitationsReach = {
  base: "/org-admin/invitations",
  permission: "invitation:create",
};

export const OWN_CLASSES: InvitationsReach = {
  base: "/coach/invitations",
  permission: "invitation:create-own-class",
};
