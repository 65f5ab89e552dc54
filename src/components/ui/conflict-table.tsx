"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { RADIO } from "./radio-group";
import { cellClass, headClass } from "./table-styles";

export type ConflictChoice = "theirs" | "yours";

export interface ConflictRow {
  field: string;
  label: string;
  theirs: ReactNode;
  yours: ReactNode;
  choice: ConflictChoice;
}

export interface ConflictTableProps {
  caption: string;
  rows: readonly ConflictRow[];
  onChoose: (field: string, choice: ConflictChoice) => void;
  /** Who saved meanwhile and when; "Saved meanwhile" without. */
  theirsLabel?: ReactNode;
  yoursLabel?: ReactNode;
}

const CHOICES = ["theirs", "yours"] as const;

/** Two versions of the same thing side by side; a person keeps one of each field. */
export function ConflictTable({ caption, rows, onChoose, theirsLabel, yoursLabel }: ConflictTableProps) {
  const t = useTranslations("ui.diff");
  const id = useId();
  const heads = { theirs: theirsLabel ?? t("theirs"), yours: yoursLabel ?? t("yours") };
  return (
    <div className="overflow-clip rounded-lg border border-line">
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${headClass({ boxed: true })} w-1/4`}>
              {t("field")}
            </th>
            {CHOICES.map((choice) => (
              <th
                key={choice}
                id={`${id}-${choice}`}
                scope="col"
                className={`${headClass({ boxed: true })} py-1.5 whitespace-normal!`}
              >
                {heads[choice]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} className="group/row">
              <th
                scope="row"
                id={`${id}-${row.field}`}
                className={`${cellClass({ boxed: true })} font-body text-ink!`}
              >
                {row.label}
              </th>
              {CHOICES.map((choice) => (
                <td key={choice} className={`${cellClass({ boxed: true })} has-checked:bg-brand-soft`}>
                  <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
                    <input
                      type="radio"
                      name={`${id}-${row.field}-choice`}
                      checked={row.choice === choice}
                      onChange={() => onChoose(row.field, choice)}
                      aria-labelledby={`${id}-${row.field} ${id}-${choice} ${id}-${row.field}-${choice}`}
                      className={RADIO}
                    />
                    <span id={`${id}-${row.field}-${choice}`} className="min-w-0 [overflow-wrap:anywhere]">
                      {row[choice] === null || row[choice] === "" ? (
                        <span className="text-ink-3">{t("empty")}</span>
                      ) : (
                        row[choice]
                      )}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
