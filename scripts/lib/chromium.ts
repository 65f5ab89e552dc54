import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { UserError } from "./user-error";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium to test with: the one asked for, Playwright's own, the system's, or Debian's, installed when allowed. */
export function findChromium(): string {
  const asked = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (asked && !existsSync(asked))
    throw new UserError(`Setting PLAYWRIGHT_CHROMIUM_PATH: there is no ${asked}.`);
  const there = () => [asked, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
  const found = there() ?? (installed() ? there() : undefined);
  if (found) return found;
  throw new UserError("No Chromium: install it (apt-get install chromium), or set PLAYWRIGHT_CHROMIUM_PATH.");
}

function installed(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing Chromium ...");
  const apt = (...args: string[]) => spawnSync("apt-get", ["-q", ...args], { stdio: "ignore" }).status === 0;
  return apt("install", "-y", "chromium") || (apt("update") && apt("install", "-y", "chromium"));
}
