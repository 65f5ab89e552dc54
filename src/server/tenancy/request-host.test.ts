import { expect, test, vi } from "vitest";

async function hostFor(
  appUrl: string,
  headers: Record<string, string>,
  settings: Record<string, string> = {},
): Promise<string> {
  vi.resetModules();
  vi.unstubAllEnvs();
  vi.stubEnv("APP_URL", appUrl);
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", "postgres://app:x@127.0.0.1/x");
  vi.stubEnv("WORKER_DATABASE_URL", "postgres://worker:x@127.0.0.1/x");
  const { requestHost } = await import("./request-host");
  return requestHost(new Headers(headers));
}

test.each([
  ["https://school.example", { host: "school.example" }, "school.example"],
  ["https://school.example", { host: "evil.example" }, "school.example"],
  ["https://school.example", { host: "localhost:3000" }, "school.example"],
  [
    "https://school.example",
    { host: "school.example", "x-forwarded-host": "evil.example" },
    "school.example",
  ],
  ["https://school.example", { host: "school.example@evil.example" }, "school.example"],
  ["https://school.example", {}, "school.example"],
  ["http://localhost:3000", { host: "127.0.0.1:3001" }, "127.0.0.1:3001"],
  // Somebody's own domain, for all that this can tell: the look-up says whose.
  ["http://localhost:3000", { host: "localhost.evil.example" }, "localhost.evil.example"],
])("a site at %s that is asked as %o answers for %s", async (appUrl, headers, host) => {
  expect(await hostFor(appUrl, headers)).toBe(host);
});

const hosts = { APP_DOMAIN: "school.example" };

test.each([
  [{ host: "liceo.school.example" }, hosts, "liceo.school.example"],
  [{ host: "LICEO.school.example" }, hosts, "school.example"],
  [{ host: "a.b.school.example" }, hosts, "school.example"],
  [{ host: "10.0.0.1" }, hosts, "school.example"],
  [
    { host: "liceo.school.example", "x-forwarded-host": "other.school.example" },
    hosts,
    "liceo.school.example",
  ],
  [
    { host: "10.0.0.1", "x-forwarded-host": "evil.example, liceo.school.example" },
    { ...hosts, TRUST_PROXY: "true" },
    "liceo.school.example",
  ],
])("where schools have hosts, %o with %o answers for %s", async (headers, settings, host) => {
  expect(await hostFor("https://school.example", headers, settings)).toBe(host);
});
