import { createServer, type IncomingMessage, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { clientAddress } from "@/server/client-address";
import { placeOfRequest } from "@/server/tenancy/request-host";
import { startNginx } from "../support/nginx";

// The configuration of deploy/nginx on a real nginx, before a stand-in that reads hosts and addresses as the
// application does.

for (const [name, value] of Object.entries({
  DATABASE_URL: "postgres://nobody@127.0.0.1/nothing",
  WORKER_DATABASE_URL: "postgres://nobody@127.0.0.1/nothing",
  APP_URL: "https://homeroom.example",
  APP_DOMAIN: "homeroom.example",
  TRUST_PROXY: "true",
}))
  vi.stubEnv(name, value);

const OWN_DOMAIN = "aula.colegio.example";
const LARGE = `policy ${"x".repeat(9_000)}`;

let streaming = (): unknown => undefined;

const upstream = createServer((message, response) => {
  const headers = new Headers(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)] as [string, string]),
  );
  const place = placeOfRequest(headers);
  const isKnown = place.kind === "domain" ? place.host === OWN_DOMAIN : place.kind !== "unknown";
  let bytes = 0;
  message.on("data", (part: Buffer) => {
    bytes += part.length;
  });
  message.on("end", () => {
    response.writeHead(isKnown ? 200 : 404, {
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "cache-control": message.url?.startsWith("/_next/static/")
        ? "public, max-age=31536000, immutable"
        : "no-store",
      ...(message.url === "/large" && { "x-large": LARGE }),
    });
    if (message.url === "/stream") {
      // The rest comes only once the first part has arrived.
      response.write("first");
      streaming = () => response.end("second");
      return;
    }
    response.end(
      JSON.stringify({
        place,
        address: clientAddress(headers),
        url: message.url,
        bytes,
        headers: message.headers,
      }),
    );
  });
});
await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));

const nginx = await startNginx({
  upstream: `127.0.0.1:${(upstream.address() as AddressInfo).port}`,
  appDomain: "homeroom.example",
  domains: [OWN_DOMAIN],
});
afterAll(async () => {
  await nginx.close();
  upstream.close();
});

type Given = { path?: string; headers?: Record<string, string>; body?: Buffer };
type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

function ask(
  scheme: "http" | "https",
  host: string,
  { path = "/", headers = {}, body }: Given = {},
): Promise<Answer> {
  const options = {
    host: "127.0.0.1",
    path,
    method: body ? "POST" : "GET",
    headers: { ...headers, host, ...(body && { "content-length": body.length }) },
  };
  return new Promise((resolve, reject) => {
    const read = (message: IncomingMessage) => {
      let text = "";
      message.setEncoding("utf8");
      message.on("data", (part: string) => {
        text += part;
        if (path === "/stream" && text === "first") streaming();
      });
      message.on("end", () => resolve({ status: message.statusCode ?? 0, headers: message.headers, text }));
    };
    const sent =
      scheme === "http"
        ? plainRequest({ ...options, port: nginx.httpPort }, read)
        : tlsRequest({ ...options, port: nginx.httpsPort, servername: host, ca: nginx.certificates }, read);
    // An answer may come before all of the body was taken.
    sent.on("error", (error: NodeJS.ErrnoException) => error.code !== "EPIPE" && reject(error));
    sent.end(body);
  });
}

const seen = ({ text }: Answer) => JSON.parse(text);

test("the platform, schools and their own domains are reached under a certificate that is theirs", async () => {
  expect(seen(await ask("https", "homeroom.example"))).toMatchObject({ place: { kind: "apex" } });
  expect(
    seen(await ask("https", "samanes.homeroom.example", { path: "/users?page=2&q=a%20b" })),
  ).toMatchObject({
    place: { kind: "slug", slug: "samanes" },
    url: "/users?page=2&q=a%20b",
    headers: { host: "samanes.homeroom.example", "x-forwarded-proto": "https" },
  });
  expect(seen(await ask("https", OWN_DOMAIN))).toMatchObject({ place: { kind: "domain", host: OWN_DOMAIN } });
  await expect(ask("https", "a.b.homeroom.example")).rejects.toThrow(/altnames/);
});

test("what a client says of itself is overwritten", async () => {
  const forged = {
    "x-forwarded-for": "203.0.113.9, 203.0.113.10",
    "x-forwarded-host": "bello.homeroom.example",
    "x-forwarded-proto": "http",
    "x-forwarded-port": "1",
    "x-real-ip": "203.0.113.9",
    forwarded: "for=203.0.113.9;host=bello.homeroom.example",
  };
  const { place, address, headers } = seen(
    await ask("https", "samanes.homeroom.example", { headers: forged }),
  );
  expect({ place, address }).toEqual({ place: { kind: "slug", slug: "samanes" }, address: "127.0.0.1" });
  expect(headers).toMatchObject({
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "samanes.homeroom.example",
    "x-forwarded-proto": "https",
  });
  expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113|bello/);
  for (const name of ["forwarded", "x-real-ip", "x-forwarded-port"]) expect(headers).not.toHaveProperty(name);
});

test("a host that is nobody's gets the application's own answer", async () => {
  // Whoever comes with another name than the certificate's has already been warned by the browser.
  const { status } = await new Promise<{ status: number | undefined }>((resolve, reject) => {
    tlsRequest(
      {
        host: "127.0.0.1",
        port: nginx.httpsPort,
        servername: "homeroom.example",
        ca: nginx.certificates,
        headers: { host: "nobody.example" },
      },
      (message) => resolve({ status: message.resume().statusCode }),
    )
      .on("error", reject)
      .end();
  });
  expect(status).toBe(404);
  expect((await ask("https", "no_slug.homeroom.example")).status).toBe(404);
});

test("http leads to https, but for the proof that a certificate asks for", async () => {
  const { status, headers } = await ask("http", "samanes.homeroom.example", { path: "/users?q=1" });
  expect({ status, location: headers.location }).toEqual({
    status: 308,
    location: "https://samanes.homeroom.example/users?q=1",
  });
  const proof = await ask("http", OWN_DOMAIN, { path: "/.well-known/acme-challenge/proof" });
  expect(proof).toMatchObject({ status: 200, text: "proved" });
});

test("HSTS comes once, whoever answers, and leaves the names below a school's own domain alone", async () => {
  const body = Buffer.alloc(5 * 1024 * 1024);
  const ours = [await ask("https", "homeroom.example"), await ask("https", "homeroom.example", { body })];
  expect(ours.map(({ status }) => status)).toEqual([200, 413]);
  for (const { headers } of ours)
    expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  expect((await ask("https", OWN_DOMAIN)).headers["strict-transport-security"]).toBe("max-age=31536000");
});

test("a file of 2 MiB in base64 passes", async () => {
  const body = Buffer.alloc(2_800_000);
  expect(seen(await ask("https", "samanes.homeroom.example", { body }))).toMatchObject({
    bytes: body.length,
  });
});

test("pages stream, long headers pass, and static files keep their caching", async () => {
  expect((await ask("https", "homeroom.example", { path: "/stream" })).text).toBe("firstsecond");
  expect((await ask("https", "homeroom.example", { path: "/large" })).headers["x-large"]).toBe(LARGE);
  const { headers } = await ask("https", "homeroom.example", { path: "/_next/static/chunks/a.js" });
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers.server).toBe("nginx");
});
