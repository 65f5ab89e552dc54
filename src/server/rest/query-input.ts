import { z } from "zod";

const INTEGER = /^-?\d{1,15}$/;

/** The parameters of a query as the types of its schema: lists repeat their name or are joined by commas. */
export function readQuery(schema: z.ZodObject, query: URLSearchParams): Record<string, unknown> {
  const types = typesOf(schema);
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const given = query.getAll(name);
      if (types.get(name) === "array")
        return [name, given.flatMap((text) => (text === "" ? [] : text.split(",")))];
      // Said twice where once is meant: no value of the schema's.
      return [name, given.length > 1 ? given : typedValue(given[0] ?? "", types.get(name))];
    }),
  );
}

function typedValue(text: string, type: string | undefined): unknown {
  if (type === "integer" && INTEGER.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

const known = new WeakMap<z.ZodObject, Map<string, string>>();

function typesOf(schema: z.ZodObject): Map<string, string> {
  const types =
    known.get(schema) ?? new Map(Object.entries(schema.shape).map(([name, part]) => [name, typeOf(part)]));
  known.set(schema, types);
  return types;
}

function typeOf(schema: z.core.$ZodType): string {
  const { type } = z.toJSONSchema(schema, { io: "input" });
  return typeof type === "string" ? type : "";
}
