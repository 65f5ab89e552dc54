import "./tests/support/localhost-names";
import { defineConfig, devices } from "@playwright/test";

/** What `npm test` tells the browser tests about the servers it started for them. */
export interface Servers {
  /** GET <inboxUrl>?to=<address> waits for the next mail to that address: { from, to, subject, text, html, headers }. */
  inboxUrl: string;
  /** POST <namesUrl> with { name, texts } writes TXT records that the application behind the proxy finds. */
  namesUrl: string;
}

export default defineConfig<Servers>({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: ".test/e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.E2E_BASE_URL,
    inboxUrl: process.env.E2E_INBOX_URL ?? "",
    namesUrl: process.env.E2E_NAMES_URL ?? "",
    locale: "en-US",
    timezoneId: "America/Caracas",
    // Traces cost a quarter of the time: E2E_TRACE=on keeps those of what fails.
    trace: process.env.E2E_TRACE === "on" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        // Addresses of the application behind the proxy.
        `--host-resolver-rules=MAP *.example 127.0.0.1:${process.env.E2E_HTTPS_PORT ?? "9"}`,
      ],
    },
  },
});
