import { getTranslations } from "next-intl/server";
import type { Row, Schema } from "./told";

/** The fields of a request or an answer, with their types. */
export async function FieldTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = await getTranslations("api.docs");
  const typeOf = (schema: Schema): string => {
    if (schema.enum) return schema.enum.map(String).join(" | ");
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.type === "array")
      return t("listOf", { type: isObject(schema.items) ? "object" : typeOf(schema.items ?? {}) });
    const forms = schema.anyOf ?? schema.oneOf;
    if (forms) return forms.map(typeOf).join(" | ");
    return [schema.type, schema.format].filter(Boolean).join(", ");
  };
  return (
    <div className="overflow-clip rounded-lg border border-line">
      <table className="w-full table-fixed text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken text-xs text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t("field")}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t("type")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ name, schema, required }) => (
            <tr key={name}>
              <th
                scope="row"
                className="px-3 py-1.5 align-top font-mono text-xs font-medium [overflow-wrap:anywhere]"
              >
                {name}
              </th>
              <td className="px-3 py-1.5 align-top text-xs text-ink-2">
                <span className="[overflow-wrap:anywhere]">{typeOf(schema)}</span>
                {required ? null : <span className="text-ink-3"> · {t("optionalTable")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isObject(schema: Schema | undefined): boolean {
  return schema?.properties !== undefined || schema?.$ref !== undefined;
}
