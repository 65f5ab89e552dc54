"use client";

import { GraduationCap, LogOut, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuItem } from "@/components/ui/menu";
import type { Student } from "./types";
import type { StudentActions } from "./use-student-actions";

export interface StatusMenuItemsProps {
  students: readonly Student[];
  actions: StudentActions;
}

/** The changes of enrolment that make sense for at least one of the students. */
export function StatusMenuItems({ students, actions }: StatusMenuItemsProps) {
  const t = useTranslations("students.actions");
  const some = (isActive: boolean) => students.some(({ status }) => (status === "active") === isActive);
  return (
    <>
      {some(true) ? (
        <MenuItem icon={<LogOut />} onAction={() => actions.askStatus("leave", students)}>
          {t("leave")}
        </MenuItem>
      ) : null}
      {some(true) ? (
        <MenuItem icon={<GraduationCap />} onAction={() => actions.askStatus("graduate", students)}>
          {t("graduate")}
        </MenuItem>
      ) : null}
      {some(false) ? (
        <MenuItem icon={<Undo2 />} onAction={() => actions.askStatus("return", students)}>
          {t("return")}
        </MenuItem>
      ) : null}
    </>
  );
}
