import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { UserError } from "./user-error";

/** Debian's Chromium without a browser around the pages: nobody looks at windows here, and they cost a third. */
const SHELL = "/usr/bin/chromium-headless-shell";
const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PACKAGES = ["chromium-headless-shell", "fonts-liberation"];
const APT = "/usr/bin/apt-get";

/** A Chromium to test with: the one asked for, Debian's shell, installed when allowed, Playwright's own or the system's. */
export function findChromium(): string {
  const asked = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (asked && !existsSync(asked))
    throw new UserError(`Setting PLAYWRIGHT_CHROMIUM_PATH: there is no ${asked}.`);
  const other = [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
  const found = asked || (hasShell(other !== undefined) ? SHELL : other);
  if (found) return found;
  throw new UserError(
    "No Chromium: install it (apt-get install chromium-headless-shell), or set PLAYWRIGHT_CHROMIUM_PATH.",
  );
}

/** Whether the shell is there, after an attempt to install it; a short one where there is another to take instead. */
function hasShell(isOptional: boolean): boolean {
  if (existsSync(SHELL)) return true;
  if (process.getuid?.() !== 0 || !existsSync(APT)) return false;
  console.log("Installing Chromium ...");
  // Where there is no network, not for long.
  const patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=15"];
  const apt = (...args: string[]) =>
    spawnSync(APT, ["-q", ...patience, ...args], { stdio: "ignore" }).status === 0;
  const install = () => apt("install", "-y", "--no-install-recommends", ...PACKAGES);
  return (install() || (!isOptional && apt("update") && install())) && existsSync(SHELL);
}
