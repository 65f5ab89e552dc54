import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { EMAIL_PROBLEMS } from "@/domain/email";
import { VERDICT_CODES } from "@/domain/invitation-verdict";
import { findRole } from "@/domain/role-words";
import { ROLES, TIERS } from "@/domain/roles";
import { SETTING_KEYS } from "@/domain/setting-list";
import en from "../../messages/en.json";
import es from "../../messages/es.json";

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value] as [string, string]] : leaves(value, at);
  });
}

/** Names of the values that a message takes, whatever stands around them. */
function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = ""]) => name))].sort();
}

const english = new Map(leaves(en));
const spanish = new Map(leaves(es));

describe("messages", () => {
  it("are the same set in both languages", () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([
    ["en-GB", en],
    ["es-VE", es],
  ] as const)("are all well-formed in %s", (locale, messages) => {
    const broken: string[] = [];
    const t = createTranslator<Record<string, unknown>>({
      locale,
      messages,
      onError: (error) => {
        if (error.code === "INVALID_MESSAGE") broken.push(error.message);
      },
    });
    const raw = t as (key: string) => string;
    for (const key of english.keys()) raw(key);
    expect(broken).toEqual([]);
  });

  it("take the same values in both languages", () => {
    for (const namespace of ["roles", "tiers", "mail", "verdicts", "errors"])
      for (const [key, message] of english)
        if (key.startsWith(`${namespace}.`) && !message.includes("plural") && !message.includes("select"))
          expect(argumentsOf(spanish.get(key) ?? ""), key).toEqual(argumentsOf(message));
  });

  it("exist for every key that a schema can answer with", () => {
    const files = ["src/domain", "src/lib"].flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (/^[a-z-]+\.ts$/.test(name) ? [`${folder}/${name}`] : [])),
    );
    const keys = files.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/"([a-z]+\.[a-z][A-Za-z]+)"/g),
    ]);
    expect(keys.length).toBeGreaterThan(30);
    // Settings have names of the same form.
    const names = new Set<string>(SETTING_KEYS);
    const missing = keys.filter(([, key = ""]) => !names.has(key) && !english.has(`errors.${key}`));
    expect(missing.map(([, key]) => key)).toEqual([]);
    for (const problem of EMAIL_PROBLEMS) expect(english.has(`errors.email.${problem}`), problem).toBe(true);
  });

  it("exist for every setting of the registry, with what it is for", () => {
    for (const key of SETTING_KEYS)
      for (const part of ["label", "hint"])
        for (const language of [english, spanish])
          expect(language.get(`settings.registry.${key}.${part}`), `${key} ${part}`).toMatch(/\S/);
  });

  it("exist for every verdict, role and tier, and a list may name a role as the screen does", () => {
    for (const code of VERDICT_CODES)
      for (const kind of ["label", "reason"])
        expect(english.has(`verdicts.${kind}.${code}`), code).toBe(true);
    for (const tier of TIERS) expect(english.has(`tiers.${tier}`)).toBe(true);
    for (const role of ROLES) {
      expect(findRole(en.roles[role]), en.roles[role]).toBe(role);
      expect(findRole(es.roles[role]), es.roles[role]).toBe(role);
    }
  });
});
