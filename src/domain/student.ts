import { z } from "zod";
import { DAY } from "@/lib/duration";
import { tidyLines, tidyText } from "@/lib/tidy-text";
import { emailSchema } from "./email-schema";
import { readCedula, readSchoolCedula } from "./identity/cedula";
import { readBirthDate, readDay } from "./identity/day";
import type { Normalised } from "./identity/normalised";
import { readPhone } from "./identity/phone";
import { DOCUMENT_KINDS, GENDERS, LIST_NUMBERS, STUDENT_SORTS, STUDENT_STATUSES } from "./student-list";
import { DEFAULT_PAGE_SIZE, MAX_BULK, MAX_PAGE_SIZE, SORT_DIRECTIONS } from "./user-list";

/** Inputs about students; issues carry keys of the `errors` messages. `student-list.ts` has what needs no schema. */

const MAX_LINE = 120;
const MAX_ADDRESS = 300;
const MAX_NOTES = 2_000;
const MAX_CODE = 30;

/** One line of text, empty where nothing is known. */
export function lineSchema(max = MAX_LINE) {
  return z
    .string()
    .max(5 * max, "student.tooLong")
    .transform(tidyText)
    .pipe(z.string().max(max, "student.tooLong"));
}

/** Text of several lines, empty where nothing is known. */
export function linesSchema(max = MAX_NOTES) {
  return z
    .string()
    .max(5 * max, "student.tooLong")
    .transform(tidyLines)
    .pipe(z.string().max(max, "student.tooLong"));
}

export function nameSchema(empty: string) {
  return z
    .string({ error: empty })
    .max(1_000, "student.nameTooLong")
    .transform(tidyText)
    .pipe(z.string().min(1, empty).max(80, "student.nameTooLong"));
}

/** Text by a normaliser; what is left empty is `empty`, and does not reach it. */
function typedSchema<Value, Empty>(readIt: (text: string) => Normalised<Value>, empty: Empty) {
  return z
    .string()
    .max(200, "student.tooLong")
    .nullable()
    .transform((text, context): Value | Empty => {
      if (text === null || text.trim() === "") return empty;
      const found = readIt(text);
      if (found.ok) return found.value;
      context.addIssue({ code: "custom", message: found.code });
      return z.NEVER;
    });
}

export const cedulaSchema = typedSchema(readCedula, null);
export const schoolCedulaSchema = typedSchema(readSchoolCedula, null);
export const phoneSchema = typedSchema(readPhone, "");
export const optionalDaySchema = typedSchema(readDay, null);
export const optionalBirthDateSchema = typedSchema((text) => readBirthDate(text, latestToday()), null);
export const optionalEmailSchema = z.union([
  z
    .string()
    .max(20)
    .transform((text) => text.trim())
    .pipe(z.literal("")),
  emailSchema,
]);
export const birthDateSchema = z
  .string({ error: "identity.dayEmpty" })
  .max(200, "identity.dayUnreadable")
  .transform((text, context) => {
    const found = readBirthDate(text, latestToday());
    if (found.ok) return found.value;
    context.addIssue({ code: "custom", message: found.code });
    return z.NEVER;
  });
/** A day that has come, at the school or anywhere. */
export const pastDaySchema = z
  .string({ error: "identity.dayEmpty" })
  .max(200, "identity.dayUnreadable")
  .transform((text, context) => {
    const found = readDay(text);
    if (found.ok && found.value <= latestToday()) return found.value;
    context.addIssue({ code: "custom", message: found.ok ? "student.dayAhead" : found.code });
    return z.NEVER;
  });

const listNumberSchema = z
  .number({ error: "student.listNumber" })
  .int("student.listNumber")
  .min(LIST_NUMBERS.min, "student.listNumber")
  .max(LIST_NUMBERS.max, "student.listNumber");

const codeSchema = z
  .string()
  .max(200, "student.codeTooLong")
  .transform(tidyText)
  .pipe(z.string().max(MAX_CODE, "student.codeTooLong"));

const optionalFields = {
  documentKind: z.enum(DOCUMENT_KINDS).optional(),
  cedula: cedulaSchema.optional(),
  schoolCedula: schoolCedulaSchema.optional(),
  birthCountry: lineSchema().optional(),
  birthState: lineSchema().optional(),
  birthMunicipality: lineSchema().optional(),
  birthCity: lineSchema().optional(),
  nationality: lineSchema().optional(),
  /** The section tells year and grade; without one, grade and year are chosen by themselves. */
  yearId: z.uuid().nullish(),
  gradeId: z.uuid().nullish(),
  sectionId: z.uuid().nullish(),
  listNumber: listNumberSchema.nullish(),
  enteredOn: optionalDaySchema.optional(),
  entryKind: lineSchema().optional(),
  previousSchool: lineSchema().optional(),
  address: linesSchema(MAX_ADDRESS).optional(),
  homePhone: phoneSchema.optional(),
  mobilePhone: phoneSchema.optional(),
  emergencyPhone: phoneSchema.optional(),
  email: optionalEmailSchema.optional(),
  shirtSize: lineSchema(20).optional(),
  trouserSize: lineSchema(20).optional(),
  shoeSize: lineSchema(20).optional(),
  handedness: lineSchema(40).optional(),
  religion: lineSchema().optional(),
  livesWith: lineSchema().optional(),
  transport: lineSchema().optional(),
  notes: linesSchema().optional(),
};

export const createStudentInput = z.object({
  ...optionalFields,
  /** Empty for the next number of the school. */
  code: codeSchema.optional(),
  firstNames: nameSchema("student.firstNamesEmpty"),
  lastNames: nameSchema("student.lastNamesEmpty"),
  gender: z.enum(GENDERS, { error: "identity.genderEmpty" }),
  birthDate: birthDateSchema,
});

const changedFields = z
  .object({
    ...optionalFields,
    code: codeSchema.pipe(z.string().min(1, "student.codeEmpty")),
    firstNames: nameSchema("student.firstNamesEmpty"),
    lastNames: nameSchema("student.lastNamesEmpty"),
    gender: z.enum(GENDERS, { error: "identity.genderEmpty" }),
    birthDate: birthDateSchema,
  })
  .partial();

export const studentIdInput = z.object({ id: z.uuid() });
export const studentHistoryInput = studentIdInput.extend({ cursor: z.string().max(1_000).optional() });
export const updateStudentInput = studentIdInput.extend({
  ...changedFields.shape,
  /** What the form was loaded with: a field that somebody else has changed since is not written over. */
  base: changedFields.optional(),
});

const studentIds = z
  .array(z.uuid())
  .min(1, "student.noneSelected")
  .max(MAX_BULK, "bulk.tooMany")
  .transform((ids) => [...new Set(ids)]);
export const studentIdsInput = z.object({ ids: studentIds });

const reason = lineSchema(200).default("");
/** Leaving, coming back and finishing by hand; with the other school where the student goes to one or comes from one. */
export const setStudentStatusInput = studentIdsInput.extend({
  status: z.enum(STUDENT_STATUSES),
  since: pastDaySchema,
  reason,
  otherSchool: lineSchema().default(""),
  otherSchoolCode: lineSchema(30).default(""),
});
export const undoStudentStatusInput = z.object({ changeIds: z.array(z.uuid()).min(1).max(MAX_BULK) });

export const moveStudentsInput = studentIdsInput.extend({
  sectionId: z.uuid({ error: "student.sectionMissing" }),
});
const nullableId = z.uuid().nullable();
export const restorePlacesInput = z.object({
  places: z
    .array(
      z.object({
        id: z.uuid(),
        from: nullableId,
        yearId: nullableId,
        gradeId: nullableId,
        sectionId: nullableId,
        listNumber: listNumberSchema.nullable(),
      }),
    )
    .min(1)
    .max(MAX_BULK),
});
export const sectionInput = z.object({ sectionId: z.uuid() });

const filters = {
  search: z.string().trim().max(200).default(""),
  /** Empty for all. */
  statuses: z.array(z.enum(STUDENT_STATUSES)).max(STUDENT_STATUSES.length).default([]),
  yearId: z.uuid().optional(),
  gradeIds: z.array(z.uuid()).max(50).default([]),
  sectionIds: z.array(z.uuid()).max(100).default([]),
  /** Those without one alone. */
  withoutSection: z.boolean().default(false),
  /** Those of one class, by its section or by enrolment. */
  classId: z.uuid().optional(),
};
const order = {
  sort: z.enum(STUDENT_SORTS).default("name"),
  direction: z.enum(SORT_DIRECTIONS).default("asc"),
};

export const studentFilterSchema = z.object(filters);
export const listStudentsInput = z.object({
  ...filters,
  ...order,
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});

/** What the list shows, in its order, as a whole. */
export const exportStudentsInput = z.object({ ...filters, ...order });

export type CreateStudentInput = z.output<typeof createStudentInput>;
export type UpdateStudentInput = z.output<typeof updateStudentInput>;
export type SetStudentStatusInput = z.output<typeof setStudentStatusInput>;
export type RestorePlacesInput = z.output<typeof restorePlacesInput>;
export type StudentHistoryInput = z.output<typeof studentHistoryInput>;
export type StudentFilter = z.output<typeof studentFilterSchema>;
export type ExportStudentsInput = z.output<typeof exportStudentsInput>;
export type ListStudentsInput = z.output<typeof listStudentsInput>;

// The latest "today" on earth is that of UTC+14.
function latestToday(): string {
  return new Date(Date.now() + (14 / 24) * DAY).toISOString().slice(0, 10);
}
