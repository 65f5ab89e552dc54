import { z } from "zod";
import { emailSchema } from "./email-schema";
import { RECORD_KINDS } from "./record-account-list";
import { MAX_BULK } from "./user-list";

/** Inputs about the accounts of students and guardians; issues carry keys of the `errors` messages. */

export const recordInput = z.object({ kind: z.enum(RECORD_KINDS), id: z.uuid() });
export const findAccountsInput = recordInput.extend({ search: z.string().trim().max(200).default("") });
export const linkAccountInput = recordInput.extend({ userId: z.uuid() });
export const inviteRecordInput = recordInput.extend({ email: emailSchema });

/** Whose guardians are invited. */
export const inviteGuardiansInput = z.object({
  studentIds: z.array(z.uuid()).min(1, "student.noneSelected").max(MAX_BULK, "bulk.tooMany"),
});

export type RecordRef = z.output<typeof recordInput>;
export type FindAccountsInput = z.output<typeof findAccountsInput>;
export type LinkAccountInput = z.output<typeof linkAccountInput>;
export type InviteRecordInput = z.output<typeof inviteRecordInput>;
