/** Where a text that JSON.parse refuses stops being JSON: lines and columns from 1. Engines do not all tell it. */
export function findJsonError(text: string): { line: number; column: number } {
  const before = text.slice(0, furthest(text)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SCALAR = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/sy;

/** How far the text is the beginning of JSON. Without recursion: nesting is the sender's to choose. */
function furthest(text: string): number {
  const open: ("{" | "[")[] = [];
  let at = 0;
  // What may stand here: a value, a name (or the end of an empty object), or what follows a value.
  let wanted: "value" | "first" | "name" | "next" = "value";
  const skip = () => {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
  };
  const take = (form: RegExp) => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found === undefined || !isJson(found)) return false;
    at += found.length;
    return true;
  };
  const close = () => {
    at += 1;
    open.pop();
    wanted = "next";
  };
  for (;;) {
    skip();
    const sign = text[at];
    const inside = open.at(-1);
    if (sign === undefined) return at;
    if (wanted === "next") {
      if (inside === undefined) return at;
      if (sign === ",") {
        at += 1;
        wanted = inside === "{" ? "name" : "value";
      } else if (sign === (inside === "{" ? "}" : "]")) close();
      else return at;
    } else if (wanted === "name" || (wanted === "first" && inside === "{")) {
      if (wanted === "first" && sign === "}") close();
      else {
        if (!take(STRING)) return at;
        skip();
        if (text[at] !== ":") return at;
        at += 1;
        wanted = "value";
      }
    } else if (wanted === "first" && sign === "]") close();
    else if (sign === "{" || sign === "[") {
      open.push(sign);
      at += 1;
      wanted = "first";
    } else if (take(SCALAR)) wanted = "next";
    else return at;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
