import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";

/** A node of swc's syntax tree, by what all nodes have. */
export type Node = { type: string; [part: string]: unknown };

/** A source file: its name for messages, and its text. */
export type Source = { file: string; text: string };

/** The TypeScript below a folder, tests left out. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}

/** The syntax tree of a file. Identifiers carry `ctxt`: one number per binding's scope. */
export function parse({ file, text }: Source): Node {
  return parseSync(text, { syntax: "typescript", tsx: file.endsWith("x") }) as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Calls `enter` for each node below this one, parents first, with the nodes that it stands in, the nearest first. */
export function walk(node: Node, enter: (node: Node, above: readonly Node[]) => void): void {
  const visit = (value: unknown, above: readonly Node[]) => {
    if (Array.isArray(value)) for (const item of value) visit(item, above);
    else if (isNode(value)) {
      enter(value, above);
      const inside = [value, ...above];
      for (const part of Object.values(value)) if (typeof part === "object") visit(part, inside);
    } else if (typeof value === "object" && value !== null) {
      // Arguments, properties' keys and the like: { spread, expression } without a type.
      for (const part of Object.values(value)) if (typeof part === "object") visit(part, above);
    }
  };
  visit(node, []);
}

/** The text of a string literal, or of a template without gaps. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "StringLiteral") return String(node.value);
  const gaps = gapsOf(node);
  return gaps?.length === 1 ? gaps[0] : undefined;
}

/** The fixed parts of a template, with a gap between each two. */
export function gapsOf(node: unknown): string[] | undefined {
  if (!isNode(node) || node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map((part) => (isNode(part) ? String(part.cooked ?? part.raw) : ""));
}
