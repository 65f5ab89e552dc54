import { slugSchema } from "@/lib/slug";
import { delimiterOf, isBlankRow, linesOf, tableRows } from "@/lib/table-text";
import { foldText } from "@/lib/text-keys";
import { tidyText } from "@/lib/tidy-text";
import { parseEmail } from "./email";
import {
  MAX_SCHOOL_LINES,
  MAX_SCHOOL_LIST_BYTES,
  planOf,
  type SchoolField,
  type SchoolVerdict,
  type SchoolVerdictCode,
} from "./onboarding-list";
import { MAX_SCHOOL_NAME } from "./organization";

/** A list of schools as it is written, and what becomes of each of its lines. */

export type SchoolEntry = { line: number } & Record<SchoolField, string>;
export type ParsedSchoolTable =
  | { ok: true; entries: SchoolEntry[] }
  | { ok: false; reason: "empty" | "tooLarge" | "tooLong" | "noHeader" | "people" };

const HEADERS: Record<SchoolField, readonly string[]> = {
  name: [
    "name",
    "school",
    "school name",
    "nombre",
    "colegio",
    "nombre del colegio",
    "institucion",
    "escuela",
  ],
  email: [
    "email",
    "e mail",
    "mail",
    "contact",
    "contact email",
    "contact e mail",
    "correo",
    "correo electronico",
    "contacto",
    "correo de contacto",
  ],
  slug: ["slug", "subdomain", "address", "subdominio", "direccion", "direccion web"],
  plan: ["plan", "tarifa", "paquete"],
};
/** Columns that a list of people has: its e-mails and names are of nobody who shall open a school. */
const OF_PEOPLE: ReadonlySet<string> = new Set(
  "role rol cargo funcion class clase curso seccion grade grado surname apellido apellidos".split(" "),
);
const FIELDS = Object.keys(HEADERS) as SchoolField[];

/**
 * Lines of a CSV with a header (English or Spanish names, columns in any order; comma, semicolon or tab); blank lines
 * are skipped but counted. Never throws; size and lines are looked at before anything is parsed.
 */
export function parseSchoolTable(text: string): ParsedSchoolTable {
  if (text.length > MAX_SCHOOL_LIST_BYTES) return { ok: false, reason: "tooLarge" };
  const clean = text.replace(/^\uFEFF/, "");
  const written = linesOf(clean).filter((line) => line.trim() !== "");
  const [headerLine] = written;
  if (headerLine === undefined) return { ok: false, reason: "empty" };
  if (written.length > MAX_SCHOOL_LINES + 1) return { ok: false, reason: "tooLong" };
  const [header, ...body] = tableRows(clean, delimiterOf(headerLine)).filter(
    ({ cells }) => !isBlankRow(cells),
  );
  const columns = columnsOf(header?.cells ?? []);
  if (columns.name === undefined || columns.email === undefined) return { ok: false, reason: "noHeader" };
  if (header?.cells.some((each) => OF_PEOPLE.has(foldText(each)))) return { ok: false, reason: "people" };
  if (body.length === 0) return { ok: false, reason: "empty" };
  const cell = (cells: readonly string[], field: SchoolField) => tidyText(cells[columns[field] ?? -1] ?? "");
  return {
    ok: true,
    entries: body.map(({ line, cells }) => ({
      line,
      name: cell(cells, "name"),
      email: cell(cells, "email"),
      slug: cell(cells, "slug").toLowerCase(),
      plan: cell(cells, "plan"),
    })),
  };
}

function columnsOf(cells: readonly string[]): Partial<Record<SchoolField, number>> {
  const columns: Partial<Record<SchoolField, number>> = {};
  cells.forEach((cell, index) => {
    const folded = foldText(cell);
    for (const field of FIELDS) if (HEADERS[field].includes(folded)) columns[field] ??= index;
  });
  return columns;
}

/** What must be known to judge a list, read at once: no look-up per line. */
export type SchoolFacts = {
  /** Slugs that a school has or had. */
  takenSlugs: ReadonlySet<string>;
  /** `invitationKey` of every invitation that waits for an answer. */
  invited: ReadonlySet<string>;
};

/** What two invitations must not have in common. */
export function invitationKey({ email, name }: { email: string; name: string }): string {
  return `${email} ${foldText(name)}`;
}

type Refusal = {
  code: SchoolVerdictCode;
  field: SchoolField;
  problem?: string | undefined;
  firstLine?: number;
};

/** One verdict per line, in order: what is written badly, repetition, what is there already; the first refusal counts. */
export function judgeSchools(entries: readonly SchoolEntry[], facts: SchoolFacts): SchoolVerdict[] {
  const firstLines = new Map<string, number>();
  return entries.map((entry) => {
    const parsed = parseEmail(entry.email);
    const email = parsed.ok ? parsed.email : entry.email;
    const plan = entry.plan === "" ? "COMMUNITY" : planOf(foldText(entry.plan));
    const refusal =
      malformed(entry) ??
      (parsed.ok ? undefined : refuse("malformed_email", "email", `email.${parsed.reason}`)) ??
      slugRefusal(entry.slug) ??
      (plan ? undefined : refuse("unknown_plan", "plan")) ??
      repeated({ ...entry, email }, firstLines) ??
      standing({ ...entry, email }, facts);
    return {
      line: entry.line,
      name: entry.name,
      email,
      slug: entry.slug,
      plan: plan ?? null,
      planText: plan ? "" : entry.plan,
      code: refusal?.code ?? "ok",
      field: refusal?.field ?? null,
      value: refusal ? entry[refusal.field] : "",
      problem: refusal?.problem ?? null,
      firstLine: refusal?.firstLine ?? null,
    };
  });
}

function refuse(code: SchoolVerdictCode, field: SchoolField, problem?: string): Refusal {
  return { code, field, problem };
}

function malformed({ name }: SchoolEntry): Refusal | undefined {
  if (name === "") return refuse("name_missing", "name", "organization.nameEmpty");
  return name.length > MAX_SCHOOL_NAME
    ? refuse("name_too_long", "name", "organization.nameTooLong")
    : undefined;
}

function slugRefusal(slug: string): Refusal | undefined {
  const parsed = slug === "" ? undefined : slugSchema.safeParse(slug);
  if (!parsed || parsed.success) return undefined;
  const problem = parsed.error.issues[0]?.message;
  return refuse(problem === "slug.reserved" ? "slug_reserved" : "slug_malformed", "slug", problem);
}

function repeated(entry: SchoolEntry, firstLines: Map<string, number>): Refusal | undefined {
  const keys = [["name", invitationKey(entry)] as const];
  const all = entry.slug === "" ? keys : [...keys, ["slug", `slug ${entry.slug}`] as const];
  let found: Refusal | undefined;
  for (const [field, key] of all) {
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) firstLines.set(key, entry.line);
    else found ??= { code: "repeated", field, firstLine };
  }
  return found;
}

function standing(entry: SchoolEntry, { invited, takenSlugs }: SchoolFacts): Refusal | undefined {
  if (invited.has(invitationKey(entry))) return refuse("already_invited", "email");
  return takenSlugs.has(entry.slug) ? refuse("slug_taken", "slug") : undefined;
}
