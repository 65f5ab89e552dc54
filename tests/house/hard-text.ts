import { gapsOf, isNode, type Node, parse, type Source, textOf, walk } from "./source";

/** What may stand in the markup: it is the same in every language, as what is printed on keys is. */
const SAME_EVERYWHERE = new Set(["Homeroom"]);
const KEY_CAPS = new Set(["Kbd", "kbd"]);

/** Attributes, properties of options and of metadata that people read or hear. */
const READ =
  /^(alt|caption|description|detail|error|heading|hint|label|message|placeholder|summary|title|tooltip)$|(Caption|Description|Hint|Label|Message|Placeholder|Text|Title)$|^aria-(description|label|placeholder|roledescription|valuetext)$/;

/** Text in the markup of the sources that is no message: `file: text` of each. */
export function hardText(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    walk(parse(source), (node, above) => {
      if ([node, ...above].some(isKeyCap)) return;
      for (const text of shownBy(node)) if (isText(text)) found.push(`${source.file}: ${text.trim()}`);
    });
    return found;
  });
}

function isText(text: string): boolean {
  return /\p{L}/u.test(text) && !SAME_EVERYWHERE.has(text.trim());
}

function isKeyCap({ type, opening }: Node): boolean {
  return type === "JSXElement" && isNode(opening) && KEY_CAPS.has(attributeName(opening.name));
}

// What the return key of a phone does is one of the browser's own words.
function isRead(attribute: string): boolean {
  return READ.test(attribute) && attribute !== "enterKeyHint";
}

/** The texts that this node by itself puts before people. */
function shownBy(node: Node): string[] {
  if (node.type === "JSXText") return [String(node.value)];
  if (node.type === "JSXElement" || node.type === "JSXFragment")
    return children(node).flatMap((child) => (isContainer(child) ? literals(child.expression) : []));
  if (node.type === "JSXAttribute" && isRead(attributeName(node.name)))
    return isContainer(node.value) ? literals(node.value.expression) : literals(node.value);
  // Options and metadata; a lower-case word is some other property's value.
  if (node.type === "KeyValueProperty" && isNode(node.key) && READ.test(String(node.key.value)))
    return literals(node.value).filter((text) => /[\p{Lu}\s]/u.test(text));
  return [];
}

function children(node: Node): Node[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : [];
}

function isContainer(node: unknown): node is Node {
  return isNode(node) && node.type === "JSXExpressionContainer";
}

function attributeName(name: unknown): string {
  if (!isNode(name)) return "";
  return name.type === "JSXNamespacedName" ? attributeName(name.name) : String(name.value);
}

/** The fixed texts that an expression may come to: by itself, by a choice, or around the gaps of a template. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "ConditionalExpression")
    return [...literals(node.consequent), ...literals(node.alternate)];
  if (node.type === "BinaryExpression") return [...literals(node.left), ...literals(node.right)];
  if (node.type === "ParenthesisExpression") return literals(node.expression);
  const text = textOf(node);
  return text === undefined ? (gapsOf(node) ?? []) : [text];
}
