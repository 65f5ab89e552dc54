import { z } from "zod";

/** The enumerations of the platform, as everybody writes them. */

/** From the least to the most powerful: the place in the list is the rank. */
export const ROLES = ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"] as const;
export const TIERS = ["COMMUNITY", "PRO", "ENTERPRISE"] as const;
export const ORGANIZATION_STATUSES = ["active", "suspended", "inactive"] as const;
export const ORGANIZATION_PLANS = ["COMMUNITY", "PRO", "ENTERPRISE"] as const;
export const ORGANIZATION_KINDS = ["master", "guest"] as const;
export const USER_STATUSES = ["active", "suspended"] as const;
export const INVITATION_STATUSES = ["pending", "accepted", "revoked", "expired"] as const;
export const CLASS_STATES = ["active", "archived"] as const;

export const roleSchema = z.enum(ROLES);
export const tierSchema = z.enum(TIERS);
export const organizationStatusSchema = z.enum(ORGANIZATION_STATUSES);
export const organizationPlanSchema = z.enum(ORGANIZATION_PLANS);
export const organizationKindSchema = z.enum(ORGANIZATION_KINDS);
export const userStatusSchema = z.enum(USER_STATUSES);
export const invitationStatusSchema = z.enum(INVITATION_STATUSES);
export const classStateSchema = z.enum(CLASS_STATES);

export type Role = z.infer<typeof roleSchema>;
export type Tier = z.infer<typeof tierSchema>;
export type OrganizationStatus = z.infer<typeof organizationStatusSchema>;
export type OrganizationPlan = z.infer<typeof organizationPlanSchema>;
export type OrganizationKind = z.infer<typeof organizationKindSchema>;
export type UserStatus = z.infer<typeof userStatusSchema>;
export type InvitationStatus = z.infer<typeof invitationStatusSchema>;
export type ClassState = z.infer<typeof classStateSchema>;

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

export const ENROLLMENT_STATES = ["active", "withdrawn"] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];
