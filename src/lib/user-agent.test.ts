import { expect, test } from "vitest";
import { describeUserAgent } from "./user-agent";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0`,
    "Edge",
    "Windows",
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${WEBKIT} Chrome/140.0 Mobile Safari/537.36`,
    "Chrome",
    "Android",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", "Safari", "macOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) FxiOS/140.0 Safari/605.1.15", "Firefox", "iPhone"],
  [`Mozilla/5.0 (X11; CrOS x86_64 16000.0) ${WEBKIT} Chrome/140.0 Safari/537.36`, "Chrome", "ChromeOS"],
  ["curl/8.5.0", "", ""],
])("names what %s is", (userAgent, browser, system) => {
  expect(describeUserAgent(userAgent)).toEqual({ browser, system });
});

test("says nothing where nothing was said", () => {
  expect(describeUserAgent(null)).toEqual({ browser: "", system: "" });
});
