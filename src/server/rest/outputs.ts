import { z } from "zod";
import {
  classStateSchema,
  invitationStatusSchema,
  organizationKindSchema,
  organizationPlanSchema,
  organizationStatusSchema,
  roleSchema,
  tierSchema,
  userStatusSchema,
} from "@/domain/role-schemas";
import { DELIVERY_STATUSES } from "@/domain/roles";
import { SETTINGS, type SettingType } from "@/domain/setting-list";

/** What the REST API answers, as JSON has it: what is not named here is left out. */

const id = z.uuid();
const instant = z.iso.datetime();
const name = z.string();
const count = z.int().min(0);

const SETTING_OUTPUTS: Record<SettingType, z.ZodType> = {
  string: z.string(),
  integer: z.int(),
  boolean: z.boolean(),
  json: z.array(z.string()),
};
const settings = z.object(
  Object.fromEntries(Object.entries(SETTINGS).map(([key, { type }]) => [key, SETTING_OUTPUTS[type]])),
);

const school = {
  id,
  slug: z.string(),
  name,
  description: z.string(),
  plan: organizationPlanSchema,
  kind: organizationKindSchema,
  maxUsers: z.int(),
};

/** A school as its own people see it. */
export const organizationOutput = z.object({ ...school, settings }).meta({ id: "Organization" });

const managed = {
  ...school,
  status: organizationStatusSchema,
  isDefault: z.boolean(),
  createdAt: instant,
  deletedAt: instant.nullable(),
  purgeAfter: instant.nullable(),
};
const { description: _description, ...listed } = managed;

/** A school as the platform sees it. */
export const managedOrganizationOutput = z
  .object({ ...managed, updatedAt: instant })
  .meta({ id: "ManagedOrganization" });

const organizationRow = z.object({ ...listed, userCount: count }).meta({ id: "OrganizationRow" });

const userRow = z
  .object({
    id,
    name,
    email: z.string(),
    role: roleSchema,
    tier: tierSchema,
    status: userStatusSchema,
    classNames: z.array(z.string()),
    joinedAt: instant,
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: "User" });

const classRow = z
  .object({
    id,
    name,
    year: z.string(),
    state: classStateSchema,
    capacity: z.int().nullable(),
    studentCount: count,
    waitingCount: count,
    lead: z.object({ id, name }).nullable(),
    coachCount: count,
    createdAt: instant,
    archivedAt: instant.nullable(),
  })
  .meta({ id: "Class" });

const invitationRow = z
  .object({
    id,
    email: z.string(),
    name,
    role: roleSchema,
    status: invitationStatusSchema,
    delivery: z.enum(DELIVERY_STATUSES),
    className: z.string().nullable(),
    invitedBy: z.string().nullable(),
    sendCount: count,
    lastSentAt: instant.nullable(),
    expiresAt: instant,
    createdAt: instant,
  })
  .meta({ id: "Invitation" });

export const statisticsOutput = z
  .object({
    usersByRole: z.array(z.object({ role: roleSchema, count })),
    activeClasses: count,
    activeEnrollments: count,
    pendingInvitations: count,
  })
  .meta({ id: "Statistics" });

/** One page of a list; the cursor of the next one is in `Link` too. */
function pageOf<Row extends z.ZodType>(row: Row, listId: string) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() }).meta({ id: listId });
}

export const organizationsOutput = pageOf(organizationRow, "OrganizationList");
export const usersOutput = pageOf(userRow, "UserList");
export const classesOutput = pageOf(classRow, "ClassList");
export const invitationsOutput = pageOf(invitationRow, "InvitationList");

export const madeUserOutput = z.object({ id, isNewAccount: z.boolean() }).meta({ id: "AddedUser" });
export const transferOutput = z.object({ userId: id }).meta({ id: "Transfer" });
export const deletedOutput = z.object({ purgeAfter: instant }).meta({ id: "Deletion" });

export const grantOutput = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int(),
    refresh_token: z.string(),
  })
  .meta({ id: "Tokens" });

/** RFC 9457. */
export const problemOutput = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
