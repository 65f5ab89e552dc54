"use client";

import { Eye, Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CheckBoxInput } from "@/components/ui/checkbox";
import { ChangedFrom, ChangedTo } from "@/components/ui/diff-marks";
import { cellClass } from "@/components/ui/table-styles";
import { useFieldWords } from "../field-words";
import type { ImportRow, RowChange } from "../types";
import { documentWords, useValueWords } from "../value-words";
import { chosenWith } from "./use-choose";
import { useReveal } from "./use-reveal";

export interface ChangedRowProps {
  importId: string;
  row: ImportRow;
  onChoose: (choice: { take: boolean; rows: { rowNumber: number; fields: string[] }[] }) => void;
}

/** One student of the file: who it is, and each field that would change. */
export function ChangedRow({ importId, row, onChoose }: ChangedRowProps) {
  const t = useTranslations("studentImport.changes");
  const { name, document, rowNumber, changes } = row;
  const { hasHidden, isPending, reveal, seen } = useReveal(importId, row);
  const taken = changes.filter(({ kept }) => !kept).length;
  const group = `${cellClass({ boxed: true })} h-(--head-h)! bg-sunken`;
  const choose = (fields: string[], take: boolean) => onChoose({ take, rows: [{ rowNumber, fields }] });
  return (
    <tbody>
      <tr>
        <td className={`${group} w-px max-sm:pr-0`}>
          <CheckBoxInput
            aria-label={t("allOf", { name })}
            checked={taken === changes.length}
            indeterminate={taken > 0 && taken < changes.length}
            onChange={() =>
              choose(
                changes.map(({ field }) => field),
                taken < changes.length,
              )
            }
          />
        </td>
        <th scope="rowgroup" colSpan={4} className={group}>
          <span className="flex flex-wrap items-center gap-x-2">
            <b className="text-ink">{name}</b>
            <span className="text-xs font-body text-ink-3">
              {documentWords(document)} · {t("row", { row: rowNumber })}
            </span>
            {hasHidden ? (
              <Button
                size="sm"
                variant="quiet"
                icon={<Eye />}
                pending={isPending}
                onPress={reveal}
                className="ml-auto"
              >
                {t("show")}
              </Button>
            ) : null}
          </span>
        </th>
      </tr>
      {changes.map((change) => (
        <ChangeLine
          key={change.field}
          name={name}
          change={seen(change)}
          onTake={(take) => choose(chosenWith(row, change.field), take)}
        />
      ))}
    </tbody>
  );
}

function ChangeLine(props: { name: string; change: RowChange; onTake: (take: boolean) => void }) {
  const { name, change, onTake } = props;
  const t = useTranslations("studentImport.changes");
  const { label } = useFieldWords();
  const { before, after } = useSides(change);
  const field = label(change.field);
  const wide = cellClass({ boxed: true, column: { from: "sm" } });
  return (
    <tr className="group/row">
      <td className={cellClass({ boxed: true, pick: true })}>
        <CheckBoxInput
          aria-label={t("one", { field, name })}
          checked={!change.kept}
          onChange={({ target }) => onTake(target.checked)}
        />
      </td>
      <th scope="row" className={`${cellClass({ boxed: true })} font-body text-ink! max-sm:w-2/5`}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {field}
          {change.conflict ? (
            <Badge tone="warning" icon={<Hand />}>
              {t("edited")}
            </Badge>
          ) : null}
        </span>
      </th>
      <td className={wide}>{before}</td>
      <td className={wide}>{after}</td>
      <td className={`${cellClass({ boxed: true })} sm:hidden`}>
        <span className="grid justify-items-start gap-1">
          {before}
          {after}
        </span>
      </td>
    </tr>
  );
}

/** Both values; what is kept as it is shows no change. */
function useSides({ field, before, after, kept, sensitive }: RowChange): {
  before: ReactNode;
  after: ReactNode;
} {
  const t = useTranslations("studentImport");
  const words = useValueWords();
  if (sensitive !== null) {
    const hidden = <span className="text-ink-3">{t("hidden")}</span>;
    return { before: hidden, after: hidden };
  }
  const [old, fresh] = [words(field, before), words(field, after)];
  if (kept)
    return {
      before: old === "" ? <ChangedFrom /> : <span className="text-ink [overflow-wrap:anywhere]">{old}</span>,
      after: <span className="text-xs text-ink-3 [overflow-wrap:anywhere]">{fresh}</span>,
    };
  return { before: <ChangedFrom>{old}</ChangedFrom>, after: <ChangedTo>{fresh}</ChangedTo> };
}
