import { GRADE_LEVELS } from "@/domain/academics-list";
import { ATTENDANCE_MARKS } from "@/domain/attendance-list";
import { MASKED } from "@/domain/audit-mask";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { LOCALES } from "@/domain/locale";
import { DENSITIES, THEMES } from "@/domain/preferences";
import { LINK_OBSTACLES } from "@/domain/record-account-list";
import {
  CLASS_STATES,
  ENROLLMENT_STATES,
  INVITATION_BATCH_STATUSES,
  INVITATION_STATUSES,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATUSES,
  ROLES,
  TIERS,
} from "@/domain/roles";
import {
  CIVIL_STATUSES,
  DOCUMENT_KINDS,
  GENDERS,
  GUARDIAN_TYPES,
  RELATIONSHIPS,
  STUDENT_STATUSES,
  TRANSFER_SECTIONS,
} from "@/domain/student-list";
import { isUuid } from "@/lib/ids";
import { oneOf } from "@/lib/one-of";
import type { WordTools } from "./words";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Values that screens have words for, by the last word of their field. */
const WORDED: Record<string, readonly string[]> = {
  status: [...ORGANIZATION_STATUSES, ...INVITATION_STATUSES, ...INVITATION_BATCH_STATUSES],
  state: [...CLASS_STATES, ...ENROLLMENT_STATES],
  kind: ORGANIZATION_KINDS,
  locale: LOCALES,
  theme: THEMES,
  density: DENSITIES,
  level: GRADE_LEVELS,
  weekStart: ["monday", "sunday", "saturday"],
  enrolment: STUDENT_STATUSES,
  gender: GENDERS,
  documentKind: DOCUMENT_KINDS,
  sections: TRANSFER_SECTIONS,
  relationship: RELATIONSHIPS,
  type: GUARDIAN_TYPES,
  obstacle: LINK_OBSTACLES,
  civilStatus: CIVIL_STATUSES,
  mark: ATTENDANCE_MARKS,
};

/** Where the words are that are not the log's own. */
const ELSEWHERE: Record<string, (value: string) => string> = {
  enrolment: (value) => `students.statuses.${value}`,
  gender: (value) => `students.genders.${value}`,
  documentKind: (value) => `students.documentKinds.${value}`,
  relationship: (value) => `students.relationships.${value}`,
  type: (value) => `students.guardianTypes.${value}`,
  civilStatus: (value) => `students.civilStatuses.${value}`,
  mark: (value) => `students.attendanceMarks.${value}`,
};

/** Words that depend on who it is are said of anybody: the log does not know. */
const UNKNOWN = { gender: "other" };

/** Fields of a record that are told; of so many schools only the first. */
const MAX_TOLD = 40;

/** Ids that the details of an event name. */
export type Names = Readonly<Record<string, string>>;

/** The field as the screens call it; one that no screen knows shows as it is. */
export function fieldLabel(field: string, { t }: WordTools): string {
  // A setting before years were rows.
  if (field === "academics.year") return t("auditLog.fields.year");
  const keys = [`settings.registry.${field}.label`, `auditLog.fields.${field}`, `students.fields.${field}`];
  // A name of other characters would be read as a path through the messages.
  const key = /^[\w.]+$/.test(field) ? keys.find((known) => t.has(known)) : undefined;
  return key === undefined ? field : t(key);
}

/** The value in words; empty where there is none. */
export function valueWords(field: string, value: unknown, tools: WordTools, names?: Names): string {
  const { t, format } = tools;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return t(value ? "auditLog.yes" : "auditLog.no");
  if (typeof value === "number") return format.number(value);
  if (typeof value === "string") return textWords(field, value, tools, names);
  if (Array.isArray(value)) {
    const words = value.map((item) => valueWords(field, item, tools, names)).filter(Boolean);
    return format.list(words, { type: "unit", style: "short" });
  }
  return recordWords(value, tools, names);
}

function textWords(field: string, text: string, tools: WordTools, names: Names | undefined): string {
  const { t } = tools;
  const name = field.slice(field.lastIndexOf(".") + 1);
  if (text === MASKED) return t("auditLog.hidden");
  if (oneOf(ROLES, text)) return t(`roles.${text}`);
  if ((name === "plan" || name === "tier") && oneOf(TIERS, text)) return t(`tiers.${text}`);
  if (oneOf(WORDED[name] ?? [], text))
    return t(ELSEWHERE[name]?.(text) ?? `auditLog.values.${name}.${text}`, UNKNOWN);
  if (name === "cedula") return formatCedula(text);
  if (name.endsWith("Phone")) return formatPhone(text);
  if (isUuid(text)) return names ? (names[text] ?? t("auditLog.gone")) : text;
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return tools.moment(new Date(text));
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return tools.calendarDay(text);
  return text;
}

/** "Robotics 1 (leads it)" for a class with what one was in it, else field by field. */
function recordWords(record: object, tools: WordTools, names: Names | undefined): string {
  const { t } = tools;
  // Somebody or something named, such as the lead of a class.
  if ("id" in record && "name" in record) return String(record.name);
  const { classId, isLead, ...others } = record as Record<string, unknown>;
  const rest = Object.entries(others).flatMap(([field, value]) => {
    const words = valueWords(field, value, tools, names);
    return words ? [`${names?.[field] ?? fieldLabel(field, tools)}: ${words}`] : [];
  });
  if (rest.length > MAX_TOLD) rest.splice(MAX_TOLD, rest.length, "…");
  if (typeof classId !== "string") return rest.join("; ");
  const name = valueWords("classId", classId, tools, names);
  return [isLead === true ? t("auditLog.leads", { name }) : name, ...rest].join("; ");
}
