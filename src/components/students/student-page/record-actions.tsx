"use client";

import { Ellipsis, Pencil, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { StatusMenuItems } from "../status-menu";
import { editHref } from "../student-url";
import { asStudent, type StudentDetail } from "../types";
import type { StudentActions } from "../use-student-actions";

/** What an admin does with the record: edit it, and in a menu what is rarer. */
export function RecordActions({ student, actions }: { student: StudentDetail; actions: StudentActions }) {
  const t = useTranslations("students.actions");
  const tUi = useTranslations("ui");
  const one = [asStudent(student)];
  return (
    <>
      <Menu
        label={t("more")}
        trigger={<IconButton variant="default" size="md" label={tUi("more")} icon={<Ellipsis />} />}
      >
        <MenuItem icon={<UsersRound />} onAction={() => actions.askMove(one)}>
          {t("moveTo")}
        </MenuItem>
        <MenuSeparator />
        <StatusMenuItems students={one} actions={actions} />
      </Menu>
      <ButtonLink
        variant="primary"
        href={editHref(student.id)}
        icon={<Pencil />}
        data-shortcut="e"
        className="max-sm:flex-1"
      >
        {t("edit")}
      </ButtonLink>
    </>
  );
}
