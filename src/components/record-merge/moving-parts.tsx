"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { MERGED_PARTS, type MergePreview } from "@/domain/record-merge-list";
import { GUARDIAN_TYPES, MAX_AUTHORIZED } from "@/domain/student-list";
import { countOf, FamilyChoice } from "./family-choice";

export interface MovingPartsProps {
  preview: MergePreview;
  leave: ReadonlySet<string>;
  onLeave: (id: string, leaves: boolean) => void;
}

/** What comes along from the record that goes: the family by name, the rest by number. */
export function MovingParts({ preview, leave, onLeave }: MovingPartsProps) {
  const t = useTranslations("recordMerge.compare");
  const tError = useTranslations("errors.merge");
  const { guardians, authorized, children, counts, movesAccount, merged } = preview;
  // People are named below, where each can be left behind.
  const parts = MERGED_PARTS.filter((part) => part !== "guardians" && part !== "authorized").flatMap(
    (part) => {
      const count = counts[part] ?? 0;
      return count > 0 ? [{ part, count }] : [];
    },
  );
  const account = movesAccount ? merged.account : null;
  const family = guardians.length + authorized.length;
  return (
    <Section title={t("along")}>
      <div className="grid grid-cols-1 gap-x-12 gap-y-4 sm:grid-cols-2">
        <div className="min-w-0">
          {parts.length === 0 && !account ? <p className="text-sm text-ink-3">{t("nothingAlong")}</p> : null}
          <ul className="grid gap-1 text-sm">
            {parts.map(({ part, count }) => (
              <li key={part}>{t(`parts.${part}`, { count })}</li>
            ))}
            {account ? (
              <li className="[overflow-wrap:anywhere]">
                {t("account", { email: account.email ?? account.name })}
              </li>
            ) : null}
          </ul>
          {children.length > 0 ? (
            <ul className="mt-2 grid gap-1 text-sm text-ink-2">
              {children.map(({ id, name, isTwin, isLocked }) => (
                <li key={id}>
                  {name} {isTwin ? <span className="text-ink-3">{t("ofBoth")}</span> : null}
                  {isLocked ? <span className="text-ink-3">{t("gone")}</span> : null}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {family > 0 ? (
          <div className="grid min-w-0 gap-4">
            <FamilyChoice
              title={t("guardians")}
              people={guardians}
              max={GUARDIAN_TYPES.length}
              tooMany={tError("guardians", { count: countOf(guardians, leave), max: GUARDIAN_TYPES.length })}
              {...{ leave, onLeave }}
            />
            <FamilyChoice
              title={t("authorized")}
              people={authorized}
              max={MAX_AUTHORIZED}
              tooMany={tError("authorized", { count: countOf(authorized, leave), max: MAX_AUTHORIZED })}
              {...{ leave, onLeave }}
            />
          </div>
        ) : null}
      </div>
    </Section>
  );
}
