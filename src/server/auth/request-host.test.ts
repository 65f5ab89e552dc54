import { expect, test, vi } from "vitest";

async function hostFor(appUrl: string, headers: Record<string, string>): Promise<string> {
  vi.resetModules();
  vi.stubEnv("APP_URL", appUrl);
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
  ["http://localhost:3000", { host: "localhost.evil.example" }, "localhost:3000"],
])("a site at %s that is asked as %o answers for %s", async (appUrl, headers, host) => {
  expect(await hostFor(appUrl, headers)).toBe(host);
});
