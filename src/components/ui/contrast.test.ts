import { readFileSync } from "node:fs";
import { formatHex, type Oklch, oklch, toGamut, wcagContrast } from "culori";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);
const tokens = new Map<string, string>();
for (const [, name, value] of css.matchAll(/(--[\w-]+):\s*([^;{}]+);/g)) {
  if (name && value && !tokens.has(name)) tokens.set(name, value.trim());
}
const inGamut = toGamut("rgb", "oklch");

/** The parts of `text` between the commas, or the spaces, that stand in no parentheses. */
function split(text: string, by: "," | " "): string[] {
  const parts = [""];
  let depth = 0;
  for (const char of text) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === by && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The value of a CSS calculation over the channels l, c and h. */
function calculate(text: string, channels: Record<string, number>): number {
  const words = text.match(/[\d.]+|[a-z]+|[-+*/(),]/g) ?? [];
  let at = 0;
  const factor = (): number => {
    const word = words[at++] ?? "";
    if (word === "-") return -factor();
    if (word === "(") return closed()[0] ?? 0;
    const channel = channels[word];
    if (channel !== undefined) return channel;
    if (/^[a-z]/.test(word)) {
      at++;
      const [a = 0, b = 0, c = 0] = closed();
      return (
        { calc: a, min: Math.min(a, b), max: Math.max(a, b), clamp: Math.min(Math.max(a, b), c) }[word] ?? 0
      );
    }
    return Number(word);
  };
  const term = (): number => {
    let value = factor();
    while (words[at] === "*" || words[at] === "/")
      value = words[at++] === "*" ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = term();
    while (words[at] === "+" || words[at] === "-")
      value = words[at++] === "+" ? value + term() : value - term();
    return value;
  };
  function closed(): number[] {
    const values = [sum()];
    while (words[at++] === ",") values.push(sum());
    return values;
  }
  return sum();
}

/** What a browser makes of a token, or of any colour expression, in one theme. */
function colour(text: string, theme: Theme, brand: string): Oklch {
  const inside = text.slice(text.indexOf("(") + 1, -1);
  if (text.startsWith("--"))
    return colour(text === "--brand" ? brand : (tokens.get(text) ?? ""), theme, brand);
  if (text.startsWith("var(")) return colour(inside, theme, brand);
  if (text.startsWith("light-dark(")) {
    const [light = "", dark = ""] = split(inside, ",");
    return colour(theme === "light" ? light : dark, theme, brand);
  }
  if (text.startsWith("oklch(")) {
    const parts = split(inside.replace(/\s+/g, " "), " ");
    const from = parts[0] === "from" ? colour(parts[1] ?? "", theme, brand) : undefined;
    const channels = { l: from?.l ?? 0, c: from?.c ?? 0, h: from?.h ?? 0 };
    const [l = 0, c = 0, h = 0] = parts
      .slice(from ? 2 : 0, from ? 5 : 3)
      .map((part) => calculate(part, channels));
    return { mode: "oklch", l, c, h };
  }
  const parsed = oklch(text);
  if (!parsed) throw new Error(`no colour: ${text}`);
  return parsed;
}

function contrast(a: string, b: string, theme: Theme, brand: string): number {
  const hex = (token: string) => formatHex(inGamut(colour(token, theme, brand)));
  return wcagContrast(hex(a), hex(b));
}

const GROUNDS = ["--canvas", "--surface", "--sunken", "--raised", "--hover"];
const on = (text: string, grounds: string[]) => grounds.map((ground) => [text, ground] as const);
const STATUS = ["success", "warning", "danger", "info"];

const TEXT = [
  ...["--ink", "--ink-2"].flatMap((ink) => on(ink, [...GROUNDS, "--press", "--brand-soft"])),
  ...on("--ink-3", [...GROUNDS, "--brand-soft"]),
  ...on("--brand-text", ["--surface", "--raised", "--canvas", "--brand-soft"]),
  ...STATUS.flatMap((tone) => on(`--${tone}-text`, [`--${tone}-soft`, "--surface", "--raised"])),
  ...STATUS.flatMap((tone) => on("--ink", [`--${tone}-soft`])),
  ...on("--brand-fg", ["--brand-solid", "--brand-solid-hover"]),
  ...on("--on-invert", ["--invert"]),
  ...on("--on-invert-2", ["--invert"]),
  ...on("--on-danger", ["--danger-solid"]),
  ...on("--warning-text", ["--canvas"]),
];
const SHAPES = [
  ...on("--line-control", ["--surface", "--raised", "--canvas"]),
  ...on("--icon", GROUNDS),
  ...on("--brand-mark", ["--surface", "--canvas", "--press", "--brand-soft"]),
  ...on("--focus-ring", ["--surface", "--raised", "--canvas"]),
  ...STATUS.flatMap((tone) => on(`--${tone}`, ["--surface", `--${tone}-soft`])),
];
const BRANDS = [
  "#0c6170",
  "#8c2f39",
  "#f2c200",
  "#1d4ed8",
  "#111111",
  "#ffffff",
  "#ff5a00",
  "#00a86b",
  "#7c3aed",
];

describe.each(["light", "dark"] as const)("tokens in the %s theme", (theme) => {
  it.each(BRANDS)("are legible with the brand %s", (brand) => {
    const low = (pairs: (readonly [string, string])[], least: number) =>
      pairs
        .map(([a, b]) => ({ pair: `${a} on ${b}`, ratio: contrast(a, b, theme, brand) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);
    expect({ text: low(TEXT, 4.5), shapes: low(SHAPES, 3) }).toEqual({ text: [], shapes: [] });
  });
});
