"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type Area, enrolHref, invitationsHref } from "../class-url";
import type { ClassDetail } from "../types";

/** A class in which nobody studies yet. */
export function ClassEmpty({ detail, area }: { detail: ClassDetail; area: Area }) {
  const t = useTranslations("classes");
  if (!detail.rights.roster) {
    return (
      <div className="py-12">
        <EmptyState drawing="seats" title={t("empty.archivedTitle")}>
          {t("empty.archivedBody")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="py-12">
      <EmptyState
        drawing="seats"
        title={t("empty.title")}
        actions={
          <>
            <ButtonLink variant="primary" href={enrolHref(area, detail.id)} icon={<UserPlus />}>
              {t("addStudents")}
            </ButtonLink>
            <ButtonLink href={invitationsHref(area, detail.id, "new")}>{t("empty.invite")}</ButtonLink>
          </>
        }
      >
        {t("empty.body")}
      </EmptyState>
    </div>
  );
}
