import "./localhost-names";
import superjson from "superjson";

/** Somebody signed in over HTTP, without a browser. */
export type HttpVisitor = {
  /** As a `Cookie` header. */
  cookie: string;
  /** A page or a file as text; throws where the answer is none or leads elsewhere. */
  get: (path: string) => Promise<string>;
  query: <Result>(procedure: string, input?: unknown) => Promise<Result>;
  mutate: <Result>(procedure: string, input?: unknown) => Promise<Result>;
};

/** Opens a session at an address, such as http://localhost:4000. */
export async function signedIn(
  address: string,
  account: { email: string; password: string },
): Promise<HttpVisitor> {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, cookie: cookie(), origin: address };
    const answer = await fetch(address + path, { ...init, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const text = async (path: string, init?: RequestInit) => {
    const answer = await ask(path, init);
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${body.slice(0, 300)}`);
    return body;
  };
  const result = <Result>(body: string) => superjson.deserialize<Result>(JSON.parse(body).result.data);

  const { csrfToken } = JSON.parse(await text("/api/auth/csrf"));
  await text("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ ...account, csrfToken, json: "true" }),
  });
  return {
    cookie: cookie(),
    get: (path) => text(path),
    query: async (procedure, input) =>
      result(
        await text(
          `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`,
        ),
      ),
    mutate: async (procedure, input) =>
      result(
        await text(`/api/trpc/${procedure}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(superjson.serialize(input)),
        }),
      ),
  };
}
