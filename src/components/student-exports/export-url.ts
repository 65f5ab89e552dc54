import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsNativeArrayOf,
  parseAsStringLiteral,
} from "nuqs/server";
import { GOVERNMENT_FORMS } from "@/domain/government-forms/rules";
import {
  DEFAULT_LIST_COLUMNS,
  LIST_COLUMNS,
  PLAIN_RECORD_SECTIONS,
  RECORD_SECTIONS,
  type RecordSection,
} from "@/domain/student-export-list";
import { STUDENT_STATUSES } from "@/domain/student-list";
import { isUuid } from "@/lib/ids";

/** The addresses of what is taken out of students' records: what is chosen, its page for paper, and its file. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });
const parseAsDay = createParser({
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null),
  serialize: String,
});

const choice = {
  year: parseAsId,
  /** Absent for all. */
  section: parseAsArrayOf(parseAsId),
};

export const listsParsers = {
  ...choice,
  status: parseAsArrayOf(parseAsStringLiteral(STUDENT_STATUSES)).withDefault(["active"]),
  columns: parseAsArrayOf(parseAsStringLiteral(LIST_COLUMNS)).withDefault([...DEFAULT_LIST_COLUMNS]),
  /** A line for a signature. */
  sign: parseAsBoolean.withDefault(false),
};
export type ListsUrl = inferParserType<typeof listsParsers>;

export const formParsers = {
  ...choice,
  form: parseAsStringLiteral(GOVERNMENT_FORMS).withDefault("initial"),
  on: parseAsDay,
  from: parseAsDay,
  to: parseAsDay,
};
export type FormUrl = inferParserType<typeof formParsers>;

const matriculaParsers = {
  year: parseAsId,
  section: parseAsArrayOf(parseAsId).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(STUDENT_STATUSES)).withDefault([]),
  /** What is left empty unless it is asked for. */
  health: parseAsBoolean.withDefault(false),
  income: parseAsBoolean.withDefault(false),
};
export type MatriculaUrl = inferParserType<typeof matriculaParsers>;

const LISTS_PATH = "/org-admin/students/lists";
const FORMS_PATH = "/org-admin/students/forms";

const recordParsers = {
  /** As a form sends boxes that are ticked. */
  sections: parseAsNativeArrayOf(parseAsStringLiteral(RECORD_SECTIONS)).withDefault([
    ...PLAIN_RECORD_SECTIONS,
  ]),
};
export const loadRecordUrl = createLoader(recordParsers);
export const loadRecordFileUrl = createLoader({ ...recordParsers, id: parseAsId });
const record = createSerializer({ ...recordParsers, id: parseAsId });

/** The download of a copy of a student's record. */
export function recordFileHref(id: string, sections: readonly RecordSection[]): string {
  return record("/api/export/student-record", { id, sections: [...sections] });
}

export const loadListsUrl = createLoader(listsParsers);
export const loadFormUrl = createLoader(formParsers);
export const loadMatriculaUrl = createLoader(matriculaParsers);
const lists = createSerializer(listsParsers);
const form = createSerializer(formParsers);
const matricula = createSerializer(matriculaParsers);

/** Where lists are chosen. */
export function listsHref(url: Partial<ListsUrl> = {}): string {
  return lists(LISTS_PATH, url);
}

/** Where a form is chosen. */
export function formsHref(url: Partial<FormUrl> = {}): string {
  return form(FORMS_PATH, url);
}

export function listsPrintHref(url: ListsUrl): string {
  return lists(`${LISTS_PATH}/print`, url);
}

export function listsFileHref(url: ListsUrl, format: "csv" | "xlsx"): string {
  return lists(`/api/export/section-lists?format=${format}`, { ...url, sign: null });
}

export function formPrintHref(url: FormUrl): string {
  return form(`${FORMS_PATH}/print`, url);
}

export function formFileHref(url: FormUrl): string {
  return form("/api/export/government-form", url);
}

export function matriculaHref(url: Partial<MatriculaUrl>): string {
  return matricula("/api/export/matricula", url);
}

/** The years and sections to choose among, as the API is asked for them. */
export function inputOf(year: string | null): { yearId?: string } {
  return year === null ? {} : { yearId: year };
}

/** The lists that the address says, as the API takes them; nothing where no year is said. */
export function listsOf({ year, section, status, columns }: ListsUrl) {
  return year ? { yearId: year, sectionIds: section ?? [], statuses: status, columns } : undefined;
}

/** The form that the address says, as the API takes it; nothing where no year is said. */
export function formOf({ form: kind, year, section, on, from, to }: FormUrl) {
  if (!year) return undefined;
  const days = kind === "movements" ? { from, to } : { on };
  return { form: kind, yearId: year, sectionIds: section ?? [], ...given(days) };
}

function given(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
