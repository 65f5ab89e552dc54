"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { UndoPreview } from "../types";
import { useKeptWords } from "./kept-words";

/** Names before the rest is a number. */
const NAMED = 10;

/** What an undo would take back, and by name what it would leave as it is. */
export function UndoPreviewPart({ preview }: { preview: UndoPreview }) {
  const t = useTranslations("studentImport.undo");
  const format = useFormatter();
  const words = useKeptWords();
  const { goes, students, fields, returns, kept, keptCount } = preview;
  const gone = goes.find(({ entity }) => entity === "student")?.count ?? 0;
  const named = students.slice(0, NAMED);
  const things = format.list(goes.map(({ entity, count }) => t(`counts.${entity}`, { count })));
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2 [overflow-wrap:anywhere]">
      <p>{goes.length > 0 ? t("goes", { things }) : t("nothingGoes")}</p>
      {named.length > 0 ? (
        <p className="text-sm text-ink-2">
          {t("students", { names: named.join(", "), more: gone - named.length })}
        </p>
      ) : null}
      <p>
        {t("fields", { count: fields })}
        {returns > 0 ? <> {t("returns", { count: returns })}</> : null}
      </p>
      {keptCount === 0 ? (
        <p>{t("keptNone")}</p>
      ) : (
        <section aria-labelledby="undo-kept" className="grid gap-1">
          <h3 id="undo-kept" className="text-sm font-medium">
            {t("keptTitle", { count: keptCount })}
          </h3>
          <ul className="grid gap-0.5 text-sm">
            {kept.map(({ id, name, ...change }) => (
              <li key={id}>{t("keptLine", { name: name || "–", what: words(change) })}</li>
            ))}
            {keptCount > kept.length ? <li>{t("keptMore", { count: keptCount - kept.length })}</li> : null}
          </ul>
        </section>
      )}
    </div>
  );
}
