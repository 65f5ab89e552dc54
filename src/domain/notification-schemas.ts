import { z } from "zod";
import { CLASS_CHANGES, COACH_PARTS, NOTICE_KINDS } from "./notifications";
import { roleSchema } from "./role-schemas";
import { ROLES, USER_STATUSES } from "./roles";
import { TRANSFER_NEWS } from "./student-transfer-list";

/** One thing that a person is told; names are as they were when it happened. */
export const noticeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("classes"),
    change: z.enum(CLASS_CHANGES),
    /** The class it is about; of a move, the one that was moved into. */
    className: z.string(),
    fromClassName: z.string().optional(),
  }),
  z.object({ kind: z.literal("coaching"), part: z.enum(COACH_PARTS), className: z.string() }),
  /** A role, or whether the school's door is open to them. */
  z.object({ kind: z.literal("membership"), became: z.enum([...ROLES, ...USER_STATUSES]) }),
  z.object({ kind: z.literal("invitations"), name: z.string(), role: roleSchema }),
  /** `school` is the other one. */
  z.object({
    kind: z.literal("transfers"),
    change: z.enum(TRANSFER_NEWS),
    student: z.string(),
    school: z.string(),
  }),
]);

export const updateNoticesInput = z.partialRecord(z.enum(NOTICE_KINDS), z.boolean());

export type Notice = z.output<typeof noticeSchema>;
export type UpdateNoticesInput = z.output<typeof updateNoticesInput>;
