import { z } from "zod";
import { DAY } from "@/lib/duration";
import { tidyLines, tidyText } from "@/lib/tidy-text";
import {
  CLASS_SORTS,
  MAX_CAPACITY,
  MAX_COACHES,
  MAX_DESCRIPTION,
  ROSTER_FORMATS,
  SEAT_FILTERS,
} from "./class-list";
import { invitationFileInput, MAX_INVITATION_LIST_BYTES } from "./invitation";
import { classStateSchema } from "./role-schemas";
import { DEFAULT_PAGE_SIZE, MAX_BULK, MAX_PAGE_SIZE, SORT_DIRECTIONS } from "./user-list";

/** Inputs about classes; issues carry keys of the `errors` messages. `class-list.ts` has what needs no schema. */

export const classNameSchema = z
  .string({ error: "class.nameEmpty" })
  .max(1_000, "class.nameTooLong")
  .transform(tidyText)
  .pipe(z.string().min(1, "class.nameEmpty").max(80, "class.nameTooLong"));

/** Text of several lines, without control characters. */
export const classDescriptionSchema = z
  .string()
  .max(5 * MAX_DESCRIPTION, "class.descriptionTooLong")
  .transform(tidyLines)
  .pipe(z.string().max(MAX_DESCRIPTION, "class.descriptionTooLong"));

/** Where a class belongs; null for nowhere. A section tells its year. */
const place = {
  yearId: z.uuid("class.noYear").nullish(),
  sectionId: z.uuid("class.noSection").nullish(),
  subjectId: z.uuid("class.noSubject").nullish(),
};

export const capacitySchema = z
  .number({ error: "class.capacity" })
  .int("class.capacity")
  .min(1, "class.capacity")
  .max(MAX_CAPACITY, "class.capacity");

const cursor = z.string().max(1_000).optional();
const search = z.string().trim().max(200).default("");
const userIds = z
  .array(z.uuid())
  .min(1, "bulk.none")
  .max(MAX_BULK, "bulk.tooMany")
  .transform((ids) => [...new Set(ids)]);
const classIds = z
  .array(z.uuid())
  .min(1, "class.noneSelected")
  .max(MAX_BULK, "bulk.tooMany")
  .transform((ids) => [...new Set(ids)]);
const leadId = z.uuid({ error: "class.leadMissing" });
const reason = z
  .string()
  .max(1_000, "class.reasonTooLong")
  .transform(tidyText)
  .pipe(z.string().max(200, "class.reasonTooLong"))
  .default("");
// The latest "today" on earth is that of UTC+14.
const lastDay = z.iso.date("class.day").pipe(
  z
    .string()
    .refine((day) => day >= "1900-01-01", "class.day")
    .refine((day) => day <= latestToday(), "class.dayAhead"),
);

const filters = {
  search,
  coachId: z.uuid().optional(),
  /** Empty for all. */
  states: z.array(classStateSchema).default([]),
  /** By name. */
  years: z.array(z.string().max(200).transform(tidyText)).max(20).default([]),
  seats: z.array(z.enum(SEAT_FILTERS)).default([]),
  withoutLead: z.boolean().default(false),
};

export const classFilterSchema = z.object(filters);
export const listClassesInput = z.object({
  ...filters,
  sort: z.enum(CLASS_SORTS).default("name"),
  direction: z.enum(SORT_DIRECTIONS).default("asc"),
  cursor,
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});

export const classIdInput = z.object({ id: z.uuid() });
export const classIdsInput = z.object({ ids: classIds });
/** `leadId` is for classes that have lost their lead while they were archived. */
export const restoreClassesInput = classIdsInput.extend({ leadId: z.uuid().optional() });
export const classPageInput = classIdInput.extend({ cursor });
export const rosterInput = classIdInput.extend({
  search,
  cursor,
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});
export const exportRosterInput = classIdInput.extend({ format: z.enum(ROSTER_FORMATS) });

export const createClassInput = z.object({
  name: classNameSchema,
  description: classDescriptionSchema.optional(),
  ...place,
  capacity: capacitySchema.nullish(),
  leadId,
  coachIds: z
    .array(z.uuid())
    .max(MAX_COACHES - 1, "class.tooManyCoaches")
    .optional(),
});

const fields = {
  name: classNameSchema.optional(),
  description: classDescriptionSchema.optional(),
  ...place,
  capacity: capacitySchema.nullish(),
};
export const updateClassInput = classIdInput.extend({
  ...fields,
  /** What the form was loaded with: a field that somebody else has changed since is not written over. */
  base: z.object(fields).optional(),
});

export const duplicateClassInput = classIdInput.extend({
  name: classNameSchema,
  yearId: place.yearId,
  sectionId: place.sectionId,
  withCoaches: z.boolean().default(false),
  withStudents: z.boolean().default(false),
});

/** Either people who were picked, or a list that was pasted or read from a file. */
export const enrollInput = classIdInput
  .extend({
    userIds: userIds.optional(),
    text: z
      .string()
      .max(MAX_INVITATION_LIST_BYTES, "invitation.listTooLarge")
      .refine((text) => text.trim() !== "", "invitation.listEmpty")
      .optional(),
  })
  .refine((input) => (input.userIds === undefined) !== (input.text === undefined), {
    error: "bulk.none",
    path: ["userIds"],
  });
export const enrollmentFileInput = invitationFileInput;

export const findStudentsInput = classIdInput.extend({ search: z.string().trim().min(2).max(200) });
export const findCoachesInput = z.object({ search, classId: z.uuid().optional() });

export const withdrawInput = classIdInput.extend({ userIds, on: lastDay, reason });
export const reinstateInput = classIdInput.extend({ userIds });
export const moveInput = z
  .object({ fromId: z.uuid(), toId: z.uuid(), userIds, on: lastDay, reason })
  .refine(({ fromId, toId }) => fromId !== toId, { error: "class.sameClass", path: ["toId"] });

export const addCoachesInput = classIdInput.extend({ userIds });
export const setLeadInput = classIdInput.extend({ userId: leadId });
export const removeCoachInput = classIdInput.extend({ userId: z.uuid(), newLeadId: z.uuid().optional() });

export type ClassFilter = z.output<typeof classFilterSchema>;
export type ListClassesInput = z.output<typeof listClassesInput>;
export type RosterInput = z.output<typeof rosterInput>;
export type ClassPageInput = z.output<typeof classPageInput>;
export type ExportRosterInput = z.output<typeof exportRosterInput>;
export type CreateClassInput = z.output<typeof createClassInput>;
export type UpdateClassInput = z.output<typeof updateClassInput>;
export type RestoreClassesInput = z.output<typeof restoreClassesInput>;
export type DuplicateClassInput = z.output<typeof duplicateClassInput>;
export type EnrollInput = z.output<typeof enrollInput>;
export type WithdrawInput = z.output<typeof withdrawInput>;
export type MoveInput = z.output<typeof moveInput>;
export type FindStudentsInput = z.output<typeof findStudentsInput>;
export type FindCoachesInput = z.output<typeof findCoachesInput>;

function latestToday(): string {
  return new Date(Date.now() + (14 / 24) * DAY).toISOString().slice(0, 10);
}
