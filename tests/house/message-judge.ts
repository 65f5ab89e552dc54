import type { MessageUse } from "./message-use";

type Verdict = { unused: string[]; missing: string[] };

/** The keys of a tree of messages, nested ones joined by dots. */
export function keysIn(tree: object, path = ""): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = join(path, name);
    return typeof value === "object" && value !== null ? keysIn(value, key) : [key];
  });
}

/** Messages that no source uses, and uses of messages that there are not. */
export function judge({ uses, words, templates }: MessageUse, keys: readonly string[]): Verdict {
  const known = new Set(keys);
  const missing: string[] = [];
  const named = new Set<string>();
  const patterns: string[][] = [];
  const open = new Set<string>();
  for (const use of uses) {
    if (use.kind === "open") open.add(use.namespace);
    else if (use.kind === "key") {
      const key = join(use.namespace, use.key);
      named.add(key);
      if (!use.mayMiss && !known.has(key)) missing.push(`${use.file}: ${key}`);
    } else {
      const gaps = [join(use.namespace, use.gaps[0] ?? ""), ...use.gaps.slice(1)];
      patterns.push(gaps);
      const form = formOf(gaps, "(.+)");
      if (!keys.some((key) => form.test(key))) missing.push(`${use.file}: ${gaps.join("*")}`);
    }
  }
  const fitsPattern = fitting(patterns, words);
  const fitsTemplate = fitting(
    templates.filter((gaps) => gaps.every((gap) => /^[\w.]*$/.test(gap))),
    words,
  );
  const isOpen = (key: string) =>
    [...open].some((namespace) => {
      const rest = below(namespace, key);
      return rest !== undefined && (words.has(rest) || fitsTemplate(rest));
    });
  return { unused: keys.filter((key) => !named.has(key) && !fitsPattern(key) && !isOpen(key)), missing };
}

function join(namespace: string, key: string): string {
  return namespace === "" ? key : `${namespace}.${key}`;
}

function below(namespace: string, key: string): string | undefined {
  if (namespace === "") return key;
  return key.startsWith(`${namespace}.`) ? key.slice(namespace.length + 1) : undefined;
}

function formOf(gaps: readonly string[], gap: string): RegExp {
  return new RegExp(`^${gaps.map((part) => part.replaceAll(".", "\\.")).join(gap)}$`);
}

/** Whether a key is one of the templates with words of the sources in its gaps. */
function fitting(templates: readonly string[][], words: ReadonlySet<string>): (key: string) => boolean {
  const forms = templates.flatMap((gaps) => [formOf(gaps, "([^.]+)"), formOf(gaps, "(.+)")]);
  return (key) =>
    forms.some(
      (form) =>
        form
          .exec(key)
          ?.slice(1)
          .every((word) => words.has(word)) ?? false,
    );
}
