import { sessions } from "@/db/schema/core/accounts";
import { newId } from "@/lib/ids";
import { handleRest } from "@/server/rest/handle";
import { signAccessToken } from "@/server/services/api-session/access-token";
import { asOperator } from "../support/operator";
import type { TestPerson, TestSchool } from "../support/schools";

const HOST = "localhost:3000";

type Asked = {
  method?: string;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  host?: string;
};

/** A request to the REST API as it arrives at the route; a body that is no text is sent as JSON. */
export function ask(path: string, { method = "GET", token, body, headers, host = HOST }: Asked = {}) {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return handleRest(
    new Request(`http://${host}/api/v1${path}`, {
      method,
      headers: {
        host,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(text !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    }),
  );
}

/** The API as one bearer has it. */
export function as(token: string | undefined) {
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      ask(path, { method, token, body, headers });
  return {
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { token, headers }),
    post: send("POST"),
    put: send("PUT"),
    delete: send("DELETE"),
  };
}
export type Client = ReturnType<typeof as>;

/** An access token of a person of the school, with a session of its own. */
export async function tokenOf(
  operatorUrl: string,
  { id: organizationId }: Pick<TestSchool, "id">,
  { accountId }: TestPerson,
): Promise<string> {
  const sessionId = newId();
  await asOperator(operatorUrl, ({ db }) =>
    db
      .insert(sessions)
      .values({ id: sessionId, accountId, kind: "api", expiresAt: new Date(Date.now() + 3_600_000) }),
  );
  return signAccessToken({ sessionId, accountId, organizationId });
}
