import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AppLocale } from "@/domain/locale";
import { BASE } from "@/server/rest/base";
import { permissionsOf, problemKindsOf } from "@/server/rest/document";
import type { Operation } from "@/server/rest/operation";
import { curlOf } from "./curl";
import { FieldTable } from "./field-table";
import { Prose } from "./prose";
import { fieldsOf, type Schema, toldOf } from "./told";

type Shown = { operation: Operation; origin: string; locale: AppLocale };

/** One operation: what it does, who may, what it takes, what it answers, and a command to try it. */
export async function OperationPart({ operation, origin, locale }: Shown) {
  const t = await getTranslations("api");
  const { id, method, path, status } = operation;
  const told = toldOf(operation, locale);
  const permissions = permissionsOf(operation);
  const parameters = told.parameters?.filter((each) => each.in !== "header") ?? [];
  const body = told.requestBody?.content["application/json"]?.schema;
  const answer = told.responses[String(status)]?.content?.["application/json"]?.schema;
  return (
    <article aria-labelledby={id} className="grid grid-cols-1 gap-4 border-t border-line pt-6">
      <div className="grid grid-cols-1 gap-1">
        <h4 id={id} className="scroll-mt-6 text-md font-strong">
          {t(`operations.${id}.summary` as "operations.getToken.summary")}
        </h4>
        <p className="flex flex-wrap items-baseline gap-x-2 font-mono text-sm [overflow-wrap:anywhere]">
          <b className="text-brand-text">{method}</b>
          {BASE + path}
        </p>
        <p className="text-sm text-ink-2">
          <Prose>{t(`operations.${id}.description` as "operations.getToken.description")}</Prose>
        </p>
        <p className="text-xs text-ink-3">
          {permissions.length > 0 ? (
            <>
              {t("docs.permission")} <code className="font-mono">{permissions.join(" | ")}</code>
            </>
          ) : (
            t("docs.noPermission")
          )}
        </p>
      </div>
      <Command>{curlOf(operation, origin)}</Command>
      {parameters.length > 0 ? (
        <Part title={t("docs.parameters")}>
          <FieldTable
            caption={`${t("docs.parameters")}: ${id}`}
            rows={parameters.map(({ name, schema, required = false }) => ({ name, schema, required }))}
          />
        </Part>
      ) : null}
      {body ? <Fields title={t("docs.body")} {...{ schema: body, id, locale }} /> : null}
      {answer ? (
        <Fields
          title={`${t("docs.answer")} · ${t("docs.status", { status })}`}
          {...{ schema: answer, id, locale }}
        />
      ) : (
        <Part title={`${t("docs.answer")} · ${t("docs.status", { status })}`} />
      )}
      <ul className="flex flex-wrap gap-x-3 text-xs">
        {problemKindsOf(operation).map((kind) => (
          <li key={kind}>
            <a
              href={`#${kind}`}
              className="inline-flex min-h-6 items-center text-ink-3 underline decoration-line underline-offset-3 hover:text-ink"
            >
              {kind}
            </a>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Text for a terminal; where it is wider than the page, it scrolls. */
export function Command({ children }: { children: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too.
      tabIndex={0}
      className="overflow-x-auto rounded-lg bg-sunken px-4 py-3 font-mono text-xs"
    >
      <code>{children}</code>
    </pre>
  );
}

function Fields({
  title,
  schema,
  id,
  locale,
}: {
  title: string;
  schema: Schema;
  id: string;
  locale: AppLocale;
}) {
  return (
    <Part title={title}>
      {fieldsOf(schema, locale).map((rows, form) => (
        <FieldTable
          key={rows.map(({ name }) => name).join()}
          caption={`${title}: ${id}${form > 0 ? ` ${form + 1}` : ""}`}
          rows={rows}
        />
      ))}
    </Part>
  );
}

function Part({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2">
      <h5 className="text-xs font-medium text-ink-2">{title}</h5>
      {children}
    </section>
  );
}
