import { fieldLabel, type Names, valueWords } from "./value-words";
import type { WordTools } from "./words";

/** An event as far as words need it. */
export interface WordedEvent {
  action: string;
  actorName: string;
  subjectName?: string;
  before: unknown;
  after: unknown;
}

type Values = Record<string, unknown>;

const MAX_FIELDS = 4;

const NONE = "—";
/** What fills the gaps of messages where an event says nothing of it, as an older one may. */
export const NOTHING: Readonly<Record<string, string | number>> = {
  count: 0,
  ended: 0,
  lists: 0,
  reason: NONE,
  email: NONE,
  class: NONE,
  toClass: NONE,
  students: NONE,
  coach: NONE,
  coaches: NONE,
  lead: NONE,
  slug: NONE,
  operation: NONE,
  purgeAfter: NONE,
  domain: NONE,
  year: NONE,
  place: NONE,
  guardian: NONE,
  other: NONE,
  student: NONE,
  name: NONE,
  enrolment: NONE,
  since: NONE,
  school: NONE,
  new: 0,
  promoted: 0,
  heldBack: 0,
  graduated: 0,
  changed: 0,
  error: 0,
  document: NONE,
  created: 0,
  updated: 0,
  kept: 0,
  row: 0,
  file: NONE,
  account: NONE,
  obstacle: NONE,
  day: NONE,
  mark: NONE,
};

/** What only older logs tell: nothing records it any more. */
export const RETIRED_ACTIONS: readonly string[] = ["organization.closed"];

/** The message that tells what was done, without who did it, and what fills its gaps. */
export function eventMessage(event: WordedEvent, tools: WordTools, names?: Names) {
  const { t } = tools;
  const named = `audit.${event.action}`;
  const key = /^[a-z]+\.[a-z_]+$/.test(event.action) && t.has(named) ? named : "audit.other";
  const before = valuesOf(event.before);
  const after = valuesOf(event.after);
  const fields = changedFields(before, after);
  const said = { ...inWords(before, tools, names), ...inWords(after, tools, names) };
  const values = {
    ...NOTHING,
    ...said,
    action: event.action,
    subject: event.subjectName || t("auditLog.nameless"),
    from: valueWords("role", before.role, tools, names) || NONE,
    to: valueWords("role", after.role, tools, names) || (said.to ?? NONE),
    fields: fieldList(fields, tools),
  };
  return { key, values };
}

function fieldList(fields: readonly string[], tools: WordTools): string {
  const labels = fields.slice(0, MAX_FIELDS).map((field) => {
    const label = fieldLabel(field, tools);
    return label.charAt(0).toLocaleLowerCase() + label.slice(1);
  });
  return [...labels, ...(fields.length > MAX_FIELDS ? ["…"] : [])].join(", ");
}

/** The fields whose value is another one than before. */
export function changedFields(before: Values, after: Values): string[] {
  const known = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return known.filter((field) => shape(before[field]) !== shape(after[field]));
}

// An empty list says as little as none.
function shape(value: unknown): string {
  const text = JSON.stringify(value ?? "");
  return text === "[]" || text === "{}" ? '""' : text;
}

export function valuesOf(state: unknown): Values {
  return typeof state === "object" && state !== null ? (state as Values) : {};
}

// Numbers stay numbers: a message may count by them.
function inWords(
  values: Values,
  tools: WordTools,
  names: Names | undefined,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const words = typeof value === "number" ? value : valueWords(field, value, tools, names);
      return /^\w+$/.test(field) && words !== "" ? [[field, words]] : [];
    }),
  );
}

/** The event as one plain sentence without who did it. */
export function eventText(event: WordedEvent, tools: WordTools, names?: Names): string {
  const { key, values } = eventMessage(event, tools, names);
  const text = tools.t.markup(
    key as Parameters<typeof tools.t.markup>[0],
    {
      ...values,
      b: (chunks) => chunks,
    } as Parameters<typeof tools.t.markup>[1],
  );
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
