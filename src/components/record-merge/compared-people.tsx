"use client";

import { useTranslations } from "next-intl";
import { familyHref } from "@/components/students/family/family-url";
import { studentHref } from "@/components/students/student-url";
import { Person } from "@/components/ui/person";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import type { MergePreview } from "@/domain/record-merge-list";
import { fullName } from "@/domain/student-list";

/** Which of the two stays, and which goes into it. */
export function ComparedPeople({ preview }: { preview: MergePreview }) {
  const t = useTranslations("recordMerge.compare");
  const { calendarDay } = useDay();
  const sides = [
    { title: t("stays"), person: preview.kept },
    { title: t("goes"), person: preview.merged },
  ];
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {sides.map(({ title, person }) => (
        <div key={person.id} className="min-w-0 rounded-lg border border-line bg-raised px-4 py-3">
          <h2 className="mb-2 text-xs text-ink-3">{title}</h2>
          <Person
            name={fullName(person)}
            href={preview.kind === "student" ? studentHref("/org-admin", person.id) : familyHref(person.id)}
            photoUrl={person.photoUrl}
            meta={[
              person.code,
              person.cedula && formatCedula(person.cedula),
              person.birthDate && calendarDay(person.birthDate),
              person.place,
              person.account?.email,
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        </div>
      ))}
    </div>
  );
}
