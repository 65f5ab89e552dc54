import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import type { AppLocale } from "@/domain/locale";
import type { Permission } from "@/domain/permissions";
import { appRouter } from "../root";
import { BASE } from "./base";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";
import { problemOutput } from "./outputs";
import { PROBLEMS, type ProblemKind, type Words, wordsIn } from "./problem";

type Document = ReturnType<typeof createDocument>;
const made = new Map<AppLocale, Document>();

/** The OpenAPI 3.1 document of the REST API, made from the list of its operations. */
export function openApiDocument(locale: AppLocale = "en"): Document {
  const document = made.get(locale) ?? makeDocument(wordsIn(locale));
  made.set(locale, document);
  return document;
}

/** The permissions that an operation asks one of, as its procedure does; empty where there is nobody yet. */
export function permissionsOf(operation: Operation): readonly Permission[] {
  if (operation.kind === "token") return [];
  const procedure: unknown = Reflect.get(appRouter._def.procedures, operation.procedure);
  const { _def } = procedureSchema.parse(procedure);
  return _def.meta.permissions;
}

const procedureSchema = z.custom<{ _def: { meta: { permissions: readonly Permission[] } } }>();

function makeDocument(t: Words): Document {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: tell(operation, t),
    };
  const sign = t("problems.sign-in.detail");
  return createDocument(
    {
      openapi: "3.1.1",
      info: { title: "Homeroom", version: "1.0.0", description: t("docs.intro") },
      servers: [{ url: BASE }],
      security: [{ bearer: [] }],
      tags: [
        { name: "auth", description: t("tags.auth") },
        { name: "organizations", description: t("tags.organizations") },
        { name: "admin", description: t("tags.admin") },
      ],
      paths,
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", description: sign } } },
    },
    { override: ({ jsonSchema }) => plain(jsonSchema) },
  );
}

// What a format says already, and the bounds that every number has.
function plain(schema: { format?: string; pattern?: string; minimum?: number; maximum?: number }): void {
  if (schema.format) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function tell(operation: Operation, t: Words): ZodOpenApiOperationObject {
  const { id, tag, parts, method, status, output, example } = operation;
  const permissions = permissionsOf(operation);
  return {
    operationId: id,
    tags: [tag],
    summary: t(`operations.${id}.summary` as "operations.getToken.summary"),
    description: t(`operations.${id}.description` as "operations.getToken.description"),
    ...(operation.kind === "token" && { security: [] }),
    ...(permissions.length > 0 && { "x-permissions": [...permissions] }),
    requestParams: {
      path: parts.params,
      query: parts.query,
      ...headersOf(operation),
    },
    ...(parts.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: parts.body, ...(example && { example }) } },
      },
    }),
    responses: {
      [status]: {
        description: t("docs.answer"),
        headers: answerHeaders(operation),
        ...(output && { content: { "application/json": { schema: output } } }),
      },
      ...(method === "GET" && { 304: { description: "If-None-Match" } }),
      ...problemsOf(operation, t),
    },
  };
}

const tag = z.string();

function headersOf(operation: Operation) {
  if (operation.kind === "token") return {};
  if (operation.method === "GET") return { header: z.object({ "If-None-Match": tag.optional() }) };
  if (operation.method === "PUT") return { header: z.object({ "If-Match": tag }) };
  if (operation.method === "POST")
    return { header: z.object({ "Idempotency-Key": tag.max(255).optional() }) };
  return operation.shows ? { header: z.object({ "If-Match": tag.optional() }) } : {};
}

function answerHeaders(operation: Operation) {
  const { kind, method } = operation;
  if (kind === "token") return undefined;
  const counted = z.object({
    "RateLimit-Limit": z.int(),
    "RateLimit-Remaining": z.int(),
    "RateLimit-Reset": z.int(),
    "RateLimit-Policy": z.string(),
  });
  if (method === "GET") return counted.extend({ ETag: tag, Link: tag.optional() });
  if (method === "PUT") return counted.extend({ ETag: tag });
  return operation.madeAt ? counted.extend({ ETag: tag, Location: tag }) : counted;
}

/** The problems that an operation can end in. */
export function problemKindsOf(operation: Operation): ProblemKind[] {
  const { kind, method, parts, path } = operation;
  const kinds: ProblemKind[] = ["invalid"];
  if (parts.body) kinds.push("malformed-json", "not-json", "too-large");
  kinds.push("sign-in", "forbidden", "not-found", "too-many-requests", "internal", "school-closed");
  if (kind === "token") return kinds;
  kinds.push("invalid-token");
  if (method !== "GET" || path.includes("{id}")) kinds.push("conflict");
  if (method === "POST") kinds.push("still-running", "key-reused");
  if (method === "PUT") kinds.push("precondition-required");
  if (operation.shows && !operation.madeAt) kinds.push("precondition-failed");
  return kinds.toSorted((one, other) => PROBLEMS[one] - PROBLEMS[other]);
}

function problemsOf(operation: Operation, t: Words): Record<string, ZodOpenApiResponseObject> {
  const kinds = problemKindsOf(operation);
  const statuses = [...new Set(kinds.map((kind) => PROBLEMS[kind]))];
  const told = (status: number) => kinds.filter((kind) => PROBLEMS[kind] === status);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: told(status)
          .map((kind) => t(`problems.${kind}.title`))
          .join(" / "),
        content: { "application/problem+json": { schema: problemOutput } },
      },
    ]),
  );
}
