import { createTranslator } from "next-intl";
import type { AppLocale } from "@/domain/locale";
import { formatLocale } from "@/i18n/locale";
import { messagesOf } from "@/i18n/messages";

/** RFC 9457: why an operation was not done. Each kind has its words in `api.problems` and its place in the documents. */

export const PROBLEMS = {
  "malformed-json": 400,
  invalid: 400,
  "sign-in": 401,
  "invalid-token": 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "still-running": 409,
  "precondition-failed": 412,
  "too-large": 413,
  "not-json": 415,
  "key-reused": 422,
  "precondition-required": 428,
  "too-many-requests": 429,
  internal: 500,
  "school-closed": 503,
} as const;
export type ProblemKind = keyof typeof PROBLEMS;
export const PROBLEM_KINDS = Object.keys(PROBLEMS) as ProblemKind[];

export type FieldError = { field: string; message: string };

type More = {
  /** Instead of what the kind says of itself. */
  detail?: string | undefined;
  errors?: readonly FieldError[];
  values?: Record<string, string | number>;
  headers?: Record<string, string>;
};

/** What an operation is not done for. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly more: More;

  constructor(kind: ProblemKind, more: More = {}) {
    super(kind);
    this.name = "Problem";
    this.kind = kind;
    this.more = more;
  }
}

/** Where the documents tell of a kind of problem; relative, so that each school's own address has it. */
export function problemType(kind: ProblemKind): string {
  return `/api/v1/docs#${kind}`;
}

export type Words = ReturnType<typeof wordsIn>;

/** The sentences of the REST API in a language. */
export function wordsIn(locale: AppLocale) {
  return createTranslator({ locale: formatLocale(locale), messages: messagesOf(locale), namespace: "api" });
}

/** The problem as it is answered. */
export function problemResponse({ kind, more }: Problem, locale: AppLocale): Response {
  const t = wordsIn(locale);
  const { detail, errors, values = {}, headers } = more;
  const status = PROBLEMS[kind];
  const body = {
    type: problemType(kind),
    title: t(`problems.${kind}.title`),
    status,
    detail: detail ?? t(`problems.${kind}.detail`, values),
    ...(errors && errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "content-language": locale, ...headers },
  });
}
