"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Person } from "@/components/ui/person";
import { fullName } from "@/domain/student-list";
import { studentHref } from "../student-url";
import { usePlaceWords } from "../student-words";
import { Declared } from "./declared";
import type { GuardianChild, GuardianDetail } from "./types";

/** The children of a guardian: what the person is to each, and what the child's form says otherwise. */
export function Children({ guardian }: { guardian: GuardianDetail }) {
  const t = useTranslations("students.familyPage");
  if (guardian.children.length === 0) return <p className="text-sm text-ink-3">{t("noChildren")}</p>;
  return (
    <ul className="grid grid-cols-1 gap-4 text-sm">
      {guardian.children.map((child) => (
        <li key={child.linkId} className="grid gap-1.5">
          <Child child={child} />
          <Declared declared={child.declared} className="pl-9" />
        </li>
      ))}
    </ul>
  );
}

function Child({ child }: { child: GuardianChild }) {
  const t = useTranslations("students.family");
  const tRelationship = useTranslations("students.relationships");
  const place = usePlaceWords();
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Person
        name={fullName(child)}
        photoUrl={child.photoUrl}
        href={studentHref("/org-admin", child.id, { tab: "family" })}
        meta={`${tRelationship(child.relationship)} · ${place(child)}`}
      />
      {child.isPrimaryContact ? <Badge tone="info">{t("primaryContact")}</Badge> : null}
      {child.mayPickUp ? <Badge>{t("mayPickUp")}</Badge> : null}
    </span>
  );
}
