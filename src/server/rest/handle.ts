import { negotiateLocale } from "@/i18n/locale";
import { clientAddress } from "../client-address";
import { type Context, createContextWith } from "../context";
import { BASE } from "./base";
import { openApiDocument } from "./document";
import { once } from "./idempotency";
import type { Method, Operation, Raw } from "./operation";
import { routesAt } from "./operations";
import { perform } from "./perform";
import { askingOf, findPrincipal } from "./principal";
import { Problem, problemResponse } from "./problem";
import { readQuery } from "./query-input";
import { countRequest } from "./rate";
import { problemOf } from "./refusals";
import { readJsonBody } from "./request-body";
import { jsonResponse } from "./respond";

const CLOSED_SECONDS = 3_600;

/** Answers a request to the REST API; what goes wrong is a problem of RFC 9457, in the client's language. */
export async function handleRest(request: Request): Promise<Response> {
  const locale = negotiateLocale(undefined, request.headers.get("accept-language"));
  const response = await answer(request).catch((error: unknown) =>
    problemResponse(problemOf(error, locale), locale),
  );
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("vary", "Authorization, Accept-Language");
  response.headers.set("x-content-type-options", "nosniff");
  // A HEAD is answered as its GET, without what that shows.
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === `${BASE}/openapi.json`) return answerDocument(request);
  const routes = routesAt(url.pathname.slice(BASE.length).replace(/\/$/, ""));
  const methods = [...routes.keys()];
  if (methods.length === 0) throw new Problem("not-found");
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  const route = routes.get((request.method === "HEAD" ? "GET" : request.method) as Method);
  if (!route) throw new Problem("method-not-allowed", { headers: { allow } });
  const { operation, params } = route;
  return operation.kind === "token"
    ? answerToken(operation, request)
    : answerProcedure(operation, request, { url, params });
}

/** The OpenAPI document: the same for everyone, and nobody's secret. */
function answerDocument({ method }: Request): Response {
  const allow = "GET, HEAD, OPTIONS";
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  if (method === "GET" || method === "HEAD") return Response.json(openApiDocument());
  throw new Problem("method-not-allowed", { headers: { allow } });
}

async function answerToken(
  operation: Extract<Operation, { kind: "token" }>,
  request: Request,
): Promise<Response> {
  const { headers } = request;
  const context = await createContextWith(headers, undefined, { via: "api" });
  refuseClosed(context);
  const { ipAddress } = context;
  const counted = ipAddress === null ? {} : await countRequest({ address: ipAddress });
  return withHeaders(counted, headers, async () => {
    const { value } = await readJsonBody(request);
    const given = await operation.run({ params: {}, query: {}, body: value }, askingOf(headers, context));
    return jsonResponse(operation, given);
  });
}

async function answerProcedure(
  operation: Extract<Operation, { kind: "procedure" }>,
  request: Request,
  { url, params }: { url: URL; params: Record<string, string> },
): Promise<Response> {
  const { context, name } = await findPrincipal(request.headers).catch(countedStranger(request.headers));
  refuseClosed(context);
  const counted = await countRequest({ principal: name });
  return withHeaders(counted, request.headers, async () => {
    const body = operation.parts.body ? await readJsonBody(request) : undefined;
    const raw: Raw = { params, query: readQuery(operation.parts.query, url.searchParams), body: body?.value };
    const run = () => perform(operation, raw, { request, url, context });
    const key = request.headers.get("idempotency-key");
    if (operation.method !== "POST" || key === null) return run();
    const told = [operation.method, url.pathname, url.search, body?.text].join("\n");
    return once({ principal: name, key, request: told }, () => settled(run, request.headers));
  });
}

/** Who has no good bearer is counted by the network's address, where a proxy tells it: looking one up has its price. */
function countedStranger(headers: Headers) {
  return async (error: unknown): Promise<never> => {
    const address = clientAddress(headers);
    if (address !== null) await countRequest({ address });
    throw error;
  };
}

/** An answer even where it is a refusal: that too is kept for the request's key. */
async function settled(run: () => Promise<Response>, headers: Headers): Promise<Response> {
  const locale = negotiateLocale(undefined, headers.get("accept-language"));
  return run().catch((error: unknown) => problemResponse(problemOf(error, locale), locale));
}

async function withHeaders(
  counted: Record<string, string>,
  headers: Headers,
  run: () => Promise<Response>,
): Promise<Response> {
  const response = await settled(run, headers);
  for (const [name, value] of Object.entries(counted)) response.headers.set(name, value);
  return response;
}

function refuseClosed({ place, session }: Context): void {
  if (place.kind === "unknown") throw new Problem("not-found");
  if (place.school && place.school.status !== "active" && !session)
    throw new Problem("school-closed", { headers: { "retry-after": String(CLOSED_SECONDS) } });
}
