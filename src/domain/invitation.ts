import { z } from "zod";
import { invitationStatusSchema, roleSchema } from "./role-schemas";
import { INVITATION_DUES } from "./roles";
import { MAX_INVITATION_DAYS } from "./setting-list";

/** Inputs about invitations; issues carry keys of the `errors` messages. */

export const MAX_INVITATION_LINES = 1_000;
/** Bytes of UTF-8. */
export const MAX_INVITATION_LIST_BYTES = 200_000;

export const invitationDaysSchema = z.coerce
  .number({ error: "invitation.days" })
  .int("invitation.days")
  .min(1, "invitation.days")
  .max(MAX_INVITATION_DAYS, "invitation.days");

/** Where it is not said, what the school has set for invitations holds. */
const expiresInDays = invitationDaysSchema.optional();

/** A pasted or uploaded list; role and class of the form hold where a line gives none. */
export const invitationListInput = z.object({
  text: z
    .string()
    .max(MAX_INVITATION_LIST_BYTES, "invitation.listTooLarge")
    .refine((text) => text.trim() !== "", "invitation.listEmpty")
    .refine(fitsInBytes, "invitation.listTooLarge"),
  role: roleSchema.optional(),
  classId: z.uuid().optional(),
  expiresInDays,
});

/** Days within which a pending invitation expires soon. */
export const EXPIRING_DAYS = 3;

export const listInvitationsInput = z.object({
  search: z.string().trim().max(200).default(""),
  statuses: z.array(invitationStatusSchema).default([]),
  roles: z.array(roleSchema).default([]),
  due: z.enum(INVITATION_DUES).optional(),
  classId: z.uuid().optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const invitationIdInput = z.object({ id: z.uuid() });
export const invitationIdsInput = z.object({ ids: z.array(z.uuid()).min(1).max(500, "bulk.tooMany") });
export const resendInvitationsInput = invitationIdsInput.extend({ expiresInDays });

/** An uploaded spreadsheet, in base64. */
export const invitationFileInput = z.object({ content: z.base64().max(2_800_000, "spreadsheet.tooLarge") });

export const invitationTokenInput = z.object({ token: z.string().min(20).max(200) });

export type InvitationListInput = z.output<typeof invitationListInput>;
export type ListInvitationsInput = z.output<typeof listInvitationsInput>;

function fitsInBytes(text: string): boolean {
  return new TextEncoder().encode(text).length <= MAX_INVITATION_LIST_BYTES;
}
