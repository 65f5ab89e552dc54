import { foldText } from "@/lib/text-keys";
import { tidyText } from "@/lib/tidy-text";
import { findRole } from "./role-words";

/** Reads one line that somebody wrote freely: name, address, role and class in any order. */

/** What one line of a list asks for, as written; `line` counts from 1, a header included. */
export type InvitationEntry = {
  line: number;
  raw: string;
  email: string;
  name: string;
  roleText: string;
  className: string;
};

const MAX_PART = 200;

/** Parts of a line split at tabs, else semicolons, else commas; a separator inside double quotes is text. */
export function splitLine(line: string): string[] {
  const separator = line.includes("\t") ? "\t" : line.includes(";") ? ";" : ",";
  const parts: string[] = [];
  const quoting = (line.match(/"/g)?.length ?? 0) % 2 === 0;
  let part = "";
  let quoted = false;
  for (const character of line) {
    if (character === '"' && quoting) quoted = !quoted;
    if (character === separator && !quoted) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part].map((text) => unquote(text.trim())).filter((text) => text !== "");
}

function unquote(part: string): string {
  return /^"[^"]*"$/.test(part) ? part.slice(1, -1).trim() : part;
}

/** What the parts of a free line say; `isClass` tells folded names of classes that exist. */
export function readParts(
  parts: readonly string[],
  isClass: (folded: string) => boolean,
): Pick<InvitationEntry, "email" | "name" | "roleText" | "className"> {
  const emails: string[] = [];
  const read = { name: "", roleText: "", className: "" };
  for (const part of parts) {
    const bracketed = /^([^<>]*)<([^<>]*)>$/.exec(part);
    if (bracketed) {
      emails.push((bracketed[2] ?? "").trim());
      if (read.name === "") read.name = unquote((bracketed[1] ?? "").trim());
    } else if (part.includes("@")) emails.push(part);
    else place(part, read, isClass);
  }
  return { email: emails.join(", ").slice(0, 2 * MAX_PART), ...tidyFields(read) };
}

type Fields = Pick<InvitationEntry, "name" | "roleText" | "className">;

/** Known words first; what is left is the name, unless it has a figure in it, and after the name the class. */
function place(part: string, read: Fields, isClass: (folded: string) => boolean): void {
  if (read.roleText === "" && findRole(part) !== undefined) read.roleText = part;
  else if (read.className === "" && isClass(foldText(part))) read.className = part;
  else if (read.name === "" && !/\p{N}/u.test(part)) read.name = part;
  else read.className = read.className === "" ? part : `${read.className}, ${part}`;
}

/** Fields without control characters, with single spaces, and no longer than a screen can show. */
export function tidyFields<T extends Fields>(fields: T): T {
  const { name, roleText, className } = fields;
  return { ...fields, name: tidy(name), roleText: tidy(roleText), className: tidy(className) };
}

function tidy(text: string): string {
  return tidyText(text).slice(0, MAX_PART);
}
