import { z } from "zod";
import type { Context } from "../context";
import { createCaller } from "../root";
import { visitSchool } from "../services/api-session";
import { etagOf, isKnown, requireMatch } from "./etag";
import type { ProcedureOperation, Raw } from "./operation";
import { Problem } from "./problem";
import { jsonResponse, representationOf } from "./respond";

type Doing = { request: Request; url: URL; context: Context };

/** Does what an operation asks for, through the same procedures as the application's own pages. */
export async function perform(operation: ProcedureOperation, raw: Raw, doing: Doing): Promise<Response> {
  const read = operation.read(raw);
  if (!read.success) throw read.error;
  const context = operation.isInSchool ? await inSchool(operation, raw, doing.context) : doing.context;
  const { shows, madeAt } = operation;
  const { headers } = doing.request;

  if (operation.method === "GET") {
    const value = await call(operation, context, read.input(undefined));
    const body = JSON.stringify(representationOf(operation, value));
    const etag = etagOf(body);
    const told = { etag, ...linkOf(value, doing.url) };
    if (isKnown(headers.get("if-none-match"), etag))
      return new Response(null, { status: 304, headers: told });
    return jsonResponse(operation, value, told);
  }

  const show = async (params: Record<string, string>) => {
    if (!shows) throw new Error(`${operation.id} shows nothing`);
    const asked = shows.read({ params, query: {}, body: undefined });
    if (!asked.success) throw asked.error;
    return representationOf(shows, await call(shows, context, asked.input(undefined)));
  };
  if (!shows) return jsonResponse(operation, await call(operation, context, read.input(undefined)));
  if (madeAt) {
    const params = madeAt(await call(operation, context, read.input(undefined)));
    return shown(operation, await show(params), { location: doing.url.pathname + pathOf(params) });
  }
  const current = await show(raw.params);
  requireMatch(headers.get("if-match"), etagOf(JSON.stringify(current)), operation.method === "PUT");
  const done = await call(operation, context, read.input(current));
  if (operation.method === "DELETE") return jsonResponse(operation, done);
  return shown(operation, await show(raw.params));
}

function shown(
  operation: ProcedureOperation,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  return jsonResponse(operation, value, { etag: etagOf(JSON.stringify(value)), ...headers });
}

function pathOf(params: Record<string, string>): string {
  return `/${Object.values(params).map(encodeURIComponent).join("/")}`;
}

/** The context inside the school of the address: as it is in one's own, for ADMIN a visit that its log tells. */
async function inSchool(operation: ProcedureOperation, { params }: Raw, context: Context): Promise<Context> {
  const { actor, session } = context;
  if (!actor || params.id === actor.organizationId) return context;
  // A key is of one school, whoever made it.
  if (!session) throw new Problem("not-found");
  const readOnly = operation.method === "GET";
  return {
    ...context,
    actor: await visitSchool(actor, params.id ?? "", { operation: operation.id, readOnly }),
  };
}

async function call({ procedure }: ProcedureOperation, context: Context, input: unknown): Promise<unknown> {
  const [group = "", name = ""] = procedure.split(".");
  const procedures = Reflect.get(createCaller(context), group) as Record<string, (input: unknown) => unknown>;
  return procedures[name]?.(input);
}

const pageSchema = z.object({ nextCursor: z.string() });

/** Where a list goes on (RFC 8288). */
function linkOf(value: unknown, url: URL): Record<string, string> {
  const page = pageSchema.safeParse(value);
  if (!page.success) return {};
  const next = new URLSearchParams(url.searchParams);
  next.set("cursor", page.data.nextCursor);
  return { link: `<${url.pathname}?${next}>; rel="next"` };
}
