import { TRPCError } from "@trpc/server";
import { createTranslator } from "next-intl";
import { z } from "zod";
import type { AppLocale } from "@/domain/locale";
import { formatLocale } from "@/i18n/locale";
import { messagesOf } from "@/i18n/messages";
import { DomainError } from "../errors";
import { logger } from "../logger";
import { type FieldError, Problem, type ProblemKind } from "./problem";

/** How the application's refusals, and those of its schemas, are told over REST. */

const KINDS: Partial<Record<TRPCError["code"], ProblemKind>> = {
  UNAUTHORIZED: "sign-in",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  CONFLICT: "conflict",
  BAD_REQUEST: "invalid",
  TOO_MANY_REQUESTS: "too-many-requests",
  SERVICE_UNAVAILABLE: "school-closed",
};
const DOMAIN_KINDS: Record<DomainError["kind"], ProblemKind> = {
  not_found: "not-found",
  forbidden: "forbidden",
  unauthorized: "sign-in",
  conflict: "conflict",
  invalid: "invalid",
  too_many: "too-many-requests",
};

/** Whatever was thrown as a problem; what nobody foresaw is logged and told as such. */
export function problemOf(error: unknown, locale: AppLocale): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return invalidInput(error, locale);
  if (error instanceof DomainError) return ofDomain(error, locale);
  if (error instanceof TRPCError) {
    const { cause } = error;
    if (cause instanceof DomainError) return ofDomain(cause, locale);
    if (cause instanceof z.ZodError) return invalidInput(cause, locale);
    const kind = KINDS[error.code];
    if (kind) return new Problem(kind);
  }
  logger().error(
    { err: error instanceof TRPCError ? (error.cause ?? error) : error },
    "rest operation failed",
  );
  return new Problem("internal");
}

function ofDomain({ kind, key, values, field }: DomainError, locale: AppLocale): Problem {
  const message = sentences(locale)(key, values) ?? key;
  // What the form was loaded with is here what If-Match named.
  const told = key.endsWith(".stale") ? "precondition-failed" : DOMAIN_KINDS[kind];
  // One answer for what is missing and for what is somebody else's.
  if (told === "not-found") return new Problem(told);
  const seconds = typeof values.minutes === "number" ? values.minutes * 60 : undefined;
  return new Problem(told, {
    detail: message,
    ...(field !== undefined && { errors: [{ field, message }] }),
    ...(told === "too-many-requests" && seconds && { headers: { "retry-after": String(seconds) } }),
    ...(told === "sign-in" && { headers: { "www-authenticate": 'Bearer realm="homeroom"' } }),
  });
}

/** A request that does not fit its schema: a path that cannot be of anything is not found. */
export function invalidInput(error: z.ZodError, locale: AppLocale): Problem {
  if (error.issues.some(({ path }) => path[0] === "params")) return new Problem("not-found");
  return new Problem("invalid", { errors: error.issues.flatMap((issue) => fieldErrors(issue, locale)) });
}

const PLACES = new Set<PropertyKey>(["params", "query", "body"]);

function fieldErrors(issue: z.core.$ZodIssue, locale: AppLocale): FieldError[] {
  const path = PLACES.has(issue.path[0] ?? "") ? issue.path.slice(1) : issue.path;
  const say = sentences(locale);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: [...path, key].join("."),
      message: say("api.unknownField") ?? issue.message,
    }));
  const message = say(issue.message) ?? generic(issue, locale);
  return [{ field: path.join("."), message }];
}

const ZOD_WORDS = { en: z.locales.en().localeError, es: z.locales.es().localeError };

// Where a schema has no sentence of its own, zod's.
function generic(issue: z.core.$ZodIssue, locale: AppLocale): string {
  const words = ZOD_WORDS[locale]({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return (typeof words === "string" ? words : words?.message) ?? issue.message;
}

/** Sentences under `errors` by their key; nothing for a key that there is not. */
function sentences(locale: AppLocale) {
  const t = createTranslator({
    locale: formatLocale(locale),
    messages: messagesOf(locale),
    namespace: "errors",
  });
  type Key = Parameters<typeof t>[0];
  return (key: string, values: Record<string, string | number> = {}): string | undefined =>
    /^[\w.]+$/.test(key) && t.has(key as Key) ? t(key as Key, values) : undefined;
}
