"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useDay } from "@/components/use-day";
import { RESTORABLE_DAYS } from "@/domain/school-list";
import { DAY } from "@/lib/duration";
import type { ActedSchool } from "./types";
import { useSchoolActions } from "./use-school-actions";

/** Asks for the school's slug before it is deleted: out of reach at once, restorable for a while, then erased. */
export default function DeleteDialog({ school, onClose }: { school: ActedSchool; onClose: () => void }) {
  const t = useTranslations("schools.delete");
  const { day } = useDay();
  const errorText = useErrorText();
  const actions = useSchoolActions();
  const until = day(new Date(Date.now() + RESTORABLE_DAYS * DAY));
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: school.name })}
      confirmLabel={t("confirm")}
      typed={school.slug}
      onConfirm={() => actions.remove(school, school.slug)}
      errorMessage={(error) => errorText(error).message}
    >
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("atOnce")}</li>
        <li>{t("until", { date: until, days: RESTORABLE_DAYS })}</li>
        <li>{t("then")}</li>
      </ul>
    </ConfirmDialog>
  );
}
