"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { MergedPerson } from "@/domain/record-merge-list";

export interface FamilyChoiceProps {
  title: string;
  people: readonly MergedPerson[];
  /** How many a student has at most. */
  max: number;
  tooMany: string;
  leave: ReadonlySet<string>;
  onLeave: (id: string, leaves: boolean) => void;
}

/** Who cares for the student afterwards: those of both records; of the one that goes, some may stay behind. */
export function FamilyChoice({ title, people, max, tooMany, leave, onLeave }: FamilyChoiceProps) {
  const t = useTranslations("recordMerge.compare");
  const tRelationship = useTranslations("students.relationships");
  if (people.length === 0) return null;
  const nameOf = ({ name, relationship }: MergedPerson) =>
    relationship ? `${name} · ${tRelationship(relationship)}` : name;
  const own = people.filter(({ of }) => of === "kept");
  const coming = people.filter(({ of, isTwin }) => of === "merged" && !isTwin);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{title}</legend>
      <ul className="grid gap-1 text-sm">
        {own.map((person) => (
          <li key={person.id} className="text-ink-2">
            {nameOf(person)}
          </li>
        ))}
        {coming.map((person) => (
          <li key={person.id}>
            <Checkbox
              checked={!leave.has(person.id)}
              onChange={(event) => onLeave(person.id, !event.target.checked)}
            >
              {nameOf(person)} <span className="text-ink-3">{t("comesAlong")}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {countOf(people, leave) > max ? (
        <div className="mt-2">
          <Callout tone="warning" role="status">
            {tooMany}
          </Callout>
        </div>
      ) : null}
    </fieldset>
  );
}

/** How many there would be. */
export function countOf(people: readonly MergedPerson[], leave: ReadonlySet<string>): number {
  return people.filter(({ of, isTwin, id }) => of === "kept" || (!isTwin && !leave.has(id))).length;
}
