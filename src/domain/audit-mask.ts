/** What stands in the log for a value that nobody shall read there; screens show it as "hidden". */
export const MASKED = "[masked]";

const SECRET = /passw|token|secret|hash/i;

/** Fields about a person's health, by their names in any table or form: the one list of them. */
export const HEALTH_FIELDS: readonly string[] = [
  "allergies",
  "bloodType",
  "conditions",
  "diagnosis",
  "disability",
  "emergencyNotes",
  "health",
  "healthNotes",
  "heightCm",
  "medication",
  "vaccinations",
  "vaccine",
  "weightKg",
];

/** What else is shown only to who may read it: income, and what is said of conduct. */
export const PRIVATE_FIELDS: readonly string[] = [
  "actionTaken",
  "declared",
  "followUp",
  "incident",
  "monthlyIncome",
];

const SENSITIVE = new Set([...HEALTH_FIELDS, ...PRIVATE_FIELDS].map((field) => field.toLowerCase()));

function isMasked(field: string): boolean {
  const name = field.slice(field.lastIndexOf(".") + 1);
  return SECRET.test(name) || SENSITIVE.has(name.replaceAll("_", "").toLowerCase());
}

/** The values with every secret and every word about health in them, however deep, replaced; what is null stays null. */
export function masked<Values extends Record<string, unknown> | null>(values: Values): Values {
  return (values && maskFields(values)) as Values;
}

/** The names of fields whose values are for nobody who reads the log. */
export function namesAlone(fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, MASKED]));
}

function maskFields(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      isMasked(field) && value !== null && value !== undefined ? MASKED : maskInside(value),
    ]),
  );
}

function maskInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskInside);
  return isPlainRecord(value) ? maskFields(value) : value;
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
