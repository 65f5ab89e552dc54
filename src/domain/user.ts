import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { emailSchema } from "./email-schema";
import { roleSchema, userStatusSchema } from "./role-schemas";
import { DEFAULT_PAGE_SIZE, MAX_BULK, MAX_PAGE_SIZE, SORT_DIRECTIONS, USER_SORTS } from "./user-list";

/** Inputs about the people of a school. */

export const MAX_EXPORTED_USERS = 50_000;

const idsSchema = z
  .array(z.uuid())
  .min(1, "bulk.none")
  .max(MAX_BULK, "bulk.tooMany")
  .transform((ids) => [...new Set(ids)]);

const filters = {
  search: z.string().trim().max(200).default(""),
  roles: z.array(roleSchema).default([]),
  statuses: z.array(userStatusSchema).default([]),
  classId: z.uuid().optional(),
};
const order = {
  sort: z.enum(USER_SORTS).default("name"),
  direction: z.enum(SORT_DIRECTIONS).default("asc"),
};

export const userFilterSchema = z.object(filters);
export const listUsersInput = z.object({
  ...filters,
  ...order,
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});
/** What is seen, in the order in which it is seen. */
export const exportUsersInput = z.object({ ...filters, ...order });

export const userIdInput = z.object({ id: z.uuid() });
export const userIdsInput = z.object({ ids: idsSchema });
export const setUserRoleInput = z.object({ ids: idsSchema, role: roleSchema });

/** Why a person was left as they were. */
export const USER_REFUSALS = [
  "not_found",
  "unchanged",
  "last_admin",
  "above_you",
  "role_not_allowed",
  "yourself",
] as const;
export type UserRefusal = (typeof USER_REFUSALS)[number];

/** What became of one person of a bulk action. */
export type UserResult = { id: string; name: string } & ({ ok: true } | { ok: false; code: UserRefusal });

export const personNameSchema = z
  .string({ error: "user.nameEmpty" })
  .max(1_000, "user.nameTooLong")
  .transform(tidyText)
  .pipe(z.string().min(1, "user.nameEmpty").max(120, "user.nameTooLong"));

/** A member made by an operator, without an invitation. */
export const createUserInput = z.object({
  organizationId: z.uuid(),
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
});

export type UserFilter = z.output<typeof userFilterSchema>;
export type ListUsersInput = z.output<typeof listUsersInput>;
export type ExportUsersInput = z.output<typeof exportUsersInput>;
export type CreateUserInput = z.output<typeof createUserInput>;
export type UserIdsInput = z.output<typeof userIdsInput>;
export type SetUserRoleInput = z.output<typeof setUserRoleInput>;
