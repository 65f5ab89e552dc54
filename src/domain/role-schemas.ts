import { z } from "zod";
import {
  CLASS_STATES,
  INVITATION_STATUSES,
  ORGANIZATION_KINDS,
  ORGANIZATION_PLANS,
  ORGANIZATION_STATUSES,
  ROLES,
  TIERS,
  USER_STATUSES,
} from "./roles";

/** Schemas of the enumerations, apart from them: the browser needs the names, not zod. */

export const roleSchema = z.enum(ROLES);
export const tierSchema = z.enum(TIERS);
export const organizationStatusSchema = z.enum(ORGANIZATION_STATUSES);
export const organizationKindSchema = z.enum(ORGANIZATION_KINDS);
export const organizationPlanSchema = z.enum(ORGANIZATION_PLANS);
export const userStatusSchema = z.enum(USER_STATUSES);
export const invitationStatusSchema = z.enum(INVITATION_STATUSES);
export const classStateSchema = z.enum(CLASS_STATES);
