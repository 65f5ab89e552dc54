"use client";

import { Ban, DoorOpen, Ellipsis, Pencil, RotateCcw, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { schoolState } from "@/domain/school-list";
import { schoolHref } from "./school-page/school-url";
import type { ActedSchool, AskSchool } from "./types";
import { useSchoolActions } from "./use-school-actions";

export interface SchoolMenuProps {
  school: ActedSchool;
  /** The school that the viewer belongs to. */
  ownId: string;
  ask: AskSchool;
  /** The list leads to the school's page; that page itself does not. */
  inList?: boolean;
}

/** What can be done with a school, as it stands. */
export function SchoolMenu({ school, ownId, ask, inList }: SchoolMenuProps) {
  const t = useTranslations("schools.acts");
  const actions = useSchoolActions();
  const state = schoolState(school);
  const deleted = state === "deleted";
  const isGuest = school.kind === "guest";
  const enters = school.id !== ownId && (state === "active" || state === "suspended");
  return (
    <Menu
      label={t("menu", { name: school.name })}
      trigger={
        <IconButton
          label={t("menu", { name: school.name })}
          icon={<Ellipsis />}
          {...(inList ? {} : { variant: "default" as const, size: "md" as const })}
        />
      }
    >
      {inList ? (
        <MenuItem icon={<SquareArrowOutUpRight />} href={schoolHref(school.id)}>
          {t("open")}
        </MenuItem>
      ) : null}
      {enters ? (
        <MenuItem icon={<DoorOpen />} onAction={() => ask("enter", school)}>
          {t("enter")}
        </MenuItem>
      ) : null}
      {deleted ? null : (
        <MenuItem icon={<Pencil />} onAction={() => ask("edit", school)}>
          {t("edit")}
        </MenuItem>
      )}
      {isGuest && state === "active" ? (
        <MenuItem icon={<Ban />} onAction={() => ask("suspend", school)}>
          {t("suspend")}
        </MenuItem>
      ) : null}
      {state === "suspended" || state === "inactive" ? (
        <MenuItem icon={<RotateCcw />} onAction={() => actions.reactivate(school)}>
          {t("reactivate")}
        </MenuItem>
      ) : null}
      {deleted ? (
        <MenuItem icon={<RotateCcw />} onAction={() => actions.restore(school)}>
          {t("restore")}
        </MenuItem>
      ) : null}
      {isGuest && !deleted ? <MenuSeparator /> : null}
      {isGuest && !deleted ? (
        <MenuItem icon={<Trash2 />} danger onAction={() => ask("delete", school)}>
          {t("delete")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
