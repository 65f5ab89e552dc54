/** The enumerations of the platform, as everybody writes them; `role-schemas.ts` has their schemas. */

/** From the least to the most powerful: the place in the list is the rank. */
export const ROLES = ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"] as const;
export const TIERS = ["COMMUNITY", "PRO", "ENTERPRISE"] as const;
/** `provisioning`: the operator's process is still making its schema. */
export const ORGANIZATION_STATUSES = ["active", "suspended", "inactive", "provisioning"] as const;
export const ORGANIZATION_PLANS = ["COMMUNITY", "PRO", "ENTERPRISE"] as const;
export const ORGANIZATION_KINDS = ["master", "guest"] as const;
export const USER_STATUSES = ["active", "suspended"] as const;
export const INVITATION_STATUSES = ["pending", "accepted", "revoked", "expired"] as const;
export const SCHOOL_INVITATION_STATUSES = ["pending", "accepted", "revoked"] as const;
export const PROVISIONING_STATES = ["queued", "running", "done", "failed"] as const;
export const CLASS_STATES = ["active", "archived"] as const;

export type Role = (typeof ROLES)[number];
export type Tier = (typeof TIERS)[number];
export type OrganizationStatus = (typeof ORGANIZATION_STATUSES)[number];
export type OrganizationPlan = (typeof ORGANIZATION_PLANS)[number];
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
export type UserStatus = (typeof USER_STATUSES)[number];
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];
export type SchoolInvitationStatus = (typeof SCHOOL_INVITATION_STATUSES)[number];
export type ProvisioningState = (typeof PROVISIONING_STATES)[number];
export type ClassState = (typeof CLASS_STATES)[number];

/** 0 for STUDENT up to 4 for ADMIN. */
export function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}

/** Whether `role` stands above `other`. */
export function outranks(role: Role, other: Role): boolean {
  return rankOf(role) > rankOf(other);
}

const MAY_GIVE: Record<Role, readonly Role[]> = {
  STUDENT: [],
  PARENT: [],
  COACH: ["STUDENT", "PARENT"],
  ORG_ADMIN: ["STUDENT", "PARENT", "COACH", "ORG_ADMIN"],
  ADMIN: ROLES,
};

/** Roles that somebody with this one may give, by invitation or by change: never one above their own. */
export function rolesThatMayBeGivenBy(role: Role): readonly Role[] {
  return MAY_GIVE[role];
}

/** Whether somebody with `giver` may give `role`. */
export function mayGiveRole(giver: Role, role: Role): boolean {
  return MAY_GIVE[giver].includes(role);
}

/** How far the e-mail of an invitation is. */
export const DELIVERY_STATUSES = ["queued", "sent", "failed", "cancelled"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const INVITATION_BATCH_STATUSES = ["sending", "done", "cancelled"] as const;
export type InvitationBatchStatus = (typeof INVITATION_BATCH_STATUSES)[number];

export const ENROLLMENT_STATES = ["active", "waiting", "withdrawn"] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** Lists whose filters can be kept as a view. */
export const VIEW_SCREENS = ["classes", "users", "invitations", "audit", "students"] as const;
export type ViewScreen = (typeof VIEW_SCREENS)[number];

/** Pending invitations that ask for something: they expire soon, or did not arrive. */
export const INVITATION_DUES = ["expiring", "undelivered"] as const;
