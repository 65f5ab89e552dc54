import type { z } from "zod";

/** Where a keyset page ends, as text that means nothing to who carries it; it holds positions, never rights. */

const MAX_LENGTH = 1_000;

/** A cursor that this application did not write, or wrote for another list. */
export class CursorError extends Error {
  constructor() {
    super("The cursor does not belong to this list.");
    this.name = "CursorError";
  }
}

/** The position as base64url text. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

/** The position in a cursor, as the schema says; throws CursorError for anything else. */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> {
  const result = schema.safeParse(parseJson(cursor));
  if (!result.success) throw new CursorError();
  return result.data;
}

function parseJson(cursor: string): unknown {
  if (cursor.length > MAX_LENGTH || !/^[\w-]+$/.test(cursor)) throw new CursorError();
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw new CursorError();
  }
}
