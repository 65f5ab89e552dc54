import { gapsOf, isNode, type Node, parse, type Source, textOf, walk } from "./source";

/**
 * One use of messages. A translator that is handed on, or called with what only a run knows, makes its namespace
 * open: there a key counts as used where its text stands anywhere.
 */
type Use = { file: string; namespace: string } & (
  | { kind: "key"; key: string; mayMiss: boolean }
  | { kind: "pattern"; gaps: string[] }
  | { kind: "open" }
);

/** What the sources do with messages, all their texts and names, and their templates with gaps. */
export type MessageUse = { uses: Use[]; words: Set<string>; templates: string[][]; problems: string[] };

const MAKERS = new Set(["useTranslations", "getTranslations", "createTranslator"]);
const WAYS = new Set(["rich", "markup", "has", "raw"]);

/** Reads how the sources use messages. */
export function messageUse(sources: readonly Source[]): MessageUse {
  const found: MessageUse = { uses: [], words: new Set(), templates: [], problems: [] };
  for (const source of sources) read(source, found);
  return found;
}

function read(source: Source, found: MessageUse): void {
  const { file } = source;
  const program = parse(source);
  const translators = new Map<string, string>();
  walk(program, (node) => {
    const text = textOf(node);
    if (text !== undefined) found.words.add(text);
    const gaps = gapsOf(node);
    if (gaps && gaps.length > 1) found.templates.push(gaps);
    if (node.type === "KeyValueProperty" && isNode(node.key)) found.words.add(String(node.key.value));
    if (node.type === "NewExpression" && isNode(node.callee) && node.callee.value === "DomainError")
      for (const way of keysOf(argumentsOf(node)[1], false))
        if (way.kind !== "open") found.uses.push({ file, namespace: "errors", ...way });
    if (node.type === "VariableDeclarator")
      bind(node.id, node.init, (name, call) => {
        const namespace = namespaceOf(call);
        if (namespace === undefined) found.problems.push(`${file}: a namespace that is no plain text`);
        else translators.set(name, namespace);
      });
  });
  walk(program, (node, above) => {
    const namespace = node.type === "Identifier" ? translators.get(nameOf(node)) : directly(node);
    if (namespace === undefined) return;
    for (const way of waysOf(node, above)) found.uses.push({ file, namespace, ...way });
  });
  // Whoever makes a translator without keeping it hands it on: `return createTranslator(…)`.
  walk(program, (node, above) => {
    if (makerCall(node) === undefined || above.some(({ type }) => type === "VariableDeclarator")) return;
    if (isCallee(outermost(node, above))) return;
    const namespace = namespaceOf(node);
    if (namespace !== undefined) found.uses.push({ file, namespace, kind: "open" });
  });
}

/** Each name that a declaration binds to a translator: plainly, awaited, or out of Promise.all. */
function bind(id: unknown, init: unknown, each: (name: string, call: Node) => void): void {
  const value = unwrap(init);
  if (!isNode(id) || !value) return;
  if (id.type === "Identifier" && makerCall(value)) each(nameOf(id), value);
  if (id.type !== "ArrayPattern" || value.type !== "CallExpression") return;
  const [list] = argumentsOf(value);
  if (list?.type !== "ArrayExpression" || !Array.isArray(list.elements) || !Array.isArray(id.elements))
    return;
  for (const [place, element] of id.elements.entries()) {
    const item: unknown = list.elements[place];
    bind(element, typeof item === "object" && item !== null && "expression" in item && item.expression, each);
  }
}

function unwrap(node: unknown): Node | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "AwaitExpression") return unwrap(node.argument);
  return node.type === "ParenthesisExpression" ? unwrap(node.expression) : node;
}

/** The name of the binding, told apart from the same name elsewhere in the file. */
function nameOf(identifier: Node): string {
  return `${identifier.value}#${identifier.ctxt}`;
}

function makerCall(node: Node): string | undefined {
  if (node.type !== "CallExpression" || !isNode(node.callee)) return undefined;
  const name = String(node.callee.value);
  return node.callee.type === "Identifier" && MAKERS.has(name) ? name : undefined;
}

function argumentsOf(call: Node): Node[] {
  const list = Array.isArray(call.arguments) ? call.arguments : [];
  return list.flatMap(({ expression }) => (isNode(expression) ? expression : []));
}

/** The namespace that a translator is made with; "" for all messages; undefined where only a run knows. */
function namespaceOf(call: Node): string | undefined {
  const [first] = argumentsOf(call);
  if (!first) return "";
  if (first.type !== "ObjectExpression") return textOf(first);
  const properties = Array.isArray(first.properties) ? first.properties.filter(isNode) : [];
  const named = properties.find(({ key }) => isNode(key) && key.value === "namespace");
  return named ? textOf(named.value) : "";
}

/** The namespace of a translator that is called where it is made: `useTranslations("x")("y")`. */
function directly(node: Node): string | undefined {
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  return callee && makerCall(callee) ? namespaceOf(callee) : undefined;
}

function isCallee({ node, parent }: { node: Node; parent: Node | undefined }): boolean {
  return parent?.type === "CallExpression" && parent.callee === node;
}

function outermost(node: Node, above: readonly Node[]): { node: Node; parent: Node | undefined } {
  const [parent, ...rest] = above;
  const wraps = parent?.type === "AwaitExpression" || parent?.type === "ParenthesisExpression";
  return parent && wraps ? outermost(parent, rest) : { node, parent };
}

type Way =
  | { kind: "key"; key: string; mayMiss: boolean }
  | { kind: "pattern"; gaps: string[] }
  | { kind: "open" };

/** What happens to a translator at this place; nothing where it is only named. */
function waysOf(node: Node, [parent, above]: readonly Node[]): Way[] {
  if (node.type === "CallExpression") return called(node, false);
  if (!parent || isNamed(node, parent)) return [];
  if (parent.type === "CallExpression" && parent.callee === node) return called(parent, false);
  if (parent.type === "MemberExpression" && parent.object === node && isNode(parent.property)) {
    const way = String(parent.property.value);
    if (WAYS.has(way) && above?.type === "CallExpression" && above.callee === parent)
      return called(above, way === "has");
  }
  return [{ kind: "open" }];
}

// Its own declaration, `typeof t`, and the list of what a hook depends on.
function isNamed(node: Node, parent: Node): boolean {
  if (parent.type === "VariableDeclarator") return parent.id === node;
  return ["ArrayPattern", "ArrayExpression", "TsTypeQuery"].includes(parent.type);
}

function called(call: Node, mayMiss: boolean): Way[] {
  return keysOf(argumentsOf(call)[0], mayMiss);
}

function keysOf(key: Node | undefined, mayMiss: boolean): Way[] {
  if (key?.type === "ConditionalExpression")
    return [key.consequent, key.alternate].flatMap((side) => keysOf(unwrap(side), mayMiss));
  const text = textOf(key);
  if (text !== undefined) return [{ kind: "key", key: text, mayMiss }];
  const gaps = gapsOf(key);
  return [gaps ? { kind: "pattern", gaps } : { kind: "open" }];
}
