import type { AppLocale } from "@/domain/locale";
import { openApiDocument } from "@/server/rest/document";

/** The parts of the OpenAPI document that the page shows, as far as it needs to know them. */

export type Schema = {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  $ref?: string;
  oneOf?: Schema[];
  anyOf?: Schema[];
};
export type Parameter = { in: string; name: string; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema; example?: unknown }>;
type Told = {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
type Document = {
  paths: Record<string, Record<string, Told>>;
  components: { schemas: Record<string, Schema> };
};

/** What the document says of an operation, in a language. */
export function toldOf({ path, method }: { path: string; method: string }, locale: AppLocale): Told {
  const told = documentIn(locale).paths[path]?.[method.toLowerCase()];
  if (!told) throw new Error(`The document has no ${method} ${path}`);
  return told;
}

export type Row = { name: string; schema: Schema; required: boolean };

/** The fields of an object, those of objects in it behind a dot; of each form where there are several. */
export function fieldsOf(schema: Schema, locale: AppLocale): Row[][] {
  const whole = resolve(schema, locale);
  return (whole.oneOf ?? whole.anyOf ?? [whole]).map((form) => rowsOf(form, locale));
}

const DEEPEST = 2;

function rowsOf(schema: Schema, locale: AppLocale, before = "", depth = 0): Row[] {
  const { properties = {}, required = [] } = resolve(schema, locale);
  return Object.entries(properties).flatMap(([key, given]) => {
    const part = resolve(given, locale);
    const row = { name: before + key, schema: part, required: required.includes(key) };
    const inner = part.properties ? part : part.items && resolve(part.items, locale);
    if (!inner?.properties || depth >= DEEPEST) return [row];
    return [row, ...rowsOf(inner, locale, `${before}${key}${part.items ? "[]" : ""}.`, depth + 1)];
  });
}

function resolve(schema: Schema, locale: AppLocale): Schema {
  const name = schema.$ref?.split("/").at(-1);
  if (name === undefined) return schema;
  return documentIn(locale).components.schemas[name] ?? {};
}

function documentIn(locale: AppLocale): Document {
  // Made by us, and judged by a validator in the tests: no need to read it with the library's wide types.
  return openApiDocument(locale) as unknown as Document;
}
