import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { emailChangeTokenInput } from "./account";
import { emailSchema } from "./email-schema";
import { localeSchema } from "./preference-schemas";
import { TRANSFER_SECTIONS, TRANSFER_STATUSES } from "./student-list";
import {
  GUARDIAN_ANSWERS,
  MAX_TRANSFER_REASON,
  sectionsSent,
  TRANSFER_DIRECTIONS,
} from "./student-transfer-list";
import { personNameSchema } from "./user";

/** Inputs about students who move to another school with their record; issues carry keys of the `errors` messages. */

const DAY_FROM = "2000-01-01";
const DAY_TO = "2100-01-01";

const day = z.iso
  .date("studentTransfer.day")
  .refine((value) => value >= DAY_FROM && value < DAY_TO, "studentTransfer.day");

const reason = z
  .string()
  .max(4 * MAX_TRANSFER_REASON, "studentTransfer.reasonTooLong")
  .transform(tidyText)
  .pipe(z.string().max(MAX_TRANSFER_REASON, "studentTransfer.reasonTooLong"));

/** A school's address as somebody types or pastes it: its name on the platform, a host, or the address of a page. */
const address = z
  .string({ error: "studentTransfer.addressMissing" })
  .max(300, "studentTransfer.schoolUnknown")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().min(1, "studentTransfer.addressMissing"));

/** One of the student's guardians, or somebody whom the record does not have. */
const guardianSchema = z.union([
  z.object({ guardianId: z.uuid() }),
  z.object({ name: personNameSchema, email: emailSchema }),
]);

export const transferStudentInput = z.object({ studentId: z.uuid() });
export const findSchoolInput = z.object({ address });

export const requestTransferInput = transferStudentInput.extend({
  address,
  sections: z.array(z.enum(TRANSFER_SECTIONS)).max(TRANSFER_SECTIONS.length).transform(sectionsSent),
  reason: reason.default(""),
  lastDay: day,
  guardian: guardianSchema,
  /** Of the messages to the guardian. */
  locale: localeSchema,
});

/** The form as it is typed: a guardian of the record by id, or none of them. */
export const requestTransferFormInput = requestTransferInput
  .omit({ studentId: true, guardian: true })
  .extend({ reason, guardianId: z.string(), name: z.string(), email: z.string() })
  .superRefine(({ guardianId, name, email }, context) => {
    if (guardianId !== "") return;
    for (const [path, parsed] of [
      ["name", personNameSchema.safeParse(name)],
      ["email", emailSchema.safeParse(email)],
    ] as const)
      for (const { message } of parsed.error?.issues ?? [])
        context.addIssue({ code: "custom", message, path: [path] });
  });

export const transferIdInput = z.object({ id: z.uuid() });

export const listTransfersInput = z.object({
  direction: z.enum(TRANSFER_DIRECTIONS),
  /** Without any, all of them. */
  statuses: z.array(z.enum(TRANSFER_STATUSES)).default([]),
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** Where the student comes to be in the receiving school. */
export const transferPlaceInput = transferIdInput.extend({
  yearId: z.uuid("studentTransfer.yearMissing"),
  gradeId: z.uuid("studentTransfer.gradeMissing"),
  sectionId: z.uuid().nullable(),
});
export const acceptTransferInput = transferPlaceInput.extend({
  /** The first day in the receiving school. */
  enteredOn: day,
});
export const declineTransferInput = transferIdInput.extend({
  reason: reason.pipe(z.string().min(1, "studentTransfer.reasonMissing")),
});

export const transferTokenInput = emailChangeTokenInput;
export const answerTransferInput = transferTokenInput.extend({
  answer: z.enum(GUARDIAN_ANSWERS),
  /** Why not: for the sending school. */
  reason: reason.default(""),
});

export type RequestTransferInput = z.output<typeof requestTransferInput>;
export type ListTransfersInput = z.output<typeof listTransfersInput>;
export type TransferPlaceInput = z.output<typeof transferPlaceInput>;
export type AcceptTransferInput = z.output<typeof acceptTransferInput>;
export type DeclineTransferInput = z.output<typeof declineTransferInput>;
export type AnswerTransferInput = z.output<typeof answerTransferInput>;
