"use client";

import { ArrowRightLeft, Ellipsis, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Person } from "@/components/ui/person";
import type { Column } from "@/components/ui/table-types";
import { useDates } from "@/components/users/use-dates";
import { UserStatusMark } from "@/components/users/user-status";
import type { SchoolDetail, SchoolPersonRow } from "../types";
import { transferHref } from "./school-url";

/** The columns of a school's people; without `onRemove` nothing can be done with them. */
export function usePersonColumns(props: {
  school: SchoolDetail;
  now: Date;
  onRemove: ((person: SchoolPersonRow) => void) | undefined;
}): Column<SchoolPersonRow>[] {
  const { school, now, onRemove } = props;
  const t = useTranslations("schoolPage.people");
  const tRole = useTranslations("roles");
  const dates = useDates(now);
  const columns: Column<SchoolPersonRow>[] = [
    {
      id: "name",
      header: t("name"),
      cell: ({ name, email, photoUrl, role }) => (
        <Person
          name={name}
          photoUrl={photoUrl}
          meta={
            <>
              <span className="max-sm:hidden">{email}</span>
              <span className="sm:hidden">{tRole(role)}</span>
            </>
          }
        />
      ),
    },
    { id: "role", header: t("role"), from: "sm", nowrap: true, cell: ({ role }) => tRole(role) },
    {
      id: "status",
      header: t("status"),
      nowrap: true,
      cell: ({ status }) => <UserStatusMark status={status} />,
    },
    {
      id: "joined",
      header: t("joined"),
      from: "md",
      nowrap: true,
      cell: ({ joinedAt }) => dates.short(joinedAt),
    },
    {
      id: "lastSeen",
      header: t("lastSeen"),
      from: "sm",
      nowrap: true,
      cell: ({ lastSeenAt }) => dates.ago(lastSeenAt),
    },
  ];
  if (!onRemove) return columns;
  return [
    ...columns,
    {
      id: "acts",
      header: <span className="sr-only">{t("acts")}</span>,
      align: "end",
      cell: (person) => (
        <Menu
          label={t("menu", { name: person.name })}
          trigger={<IconButton label={t("menu", { name: person.name })} icon={<Ellipsis />} />}
        >
          <MenuItem icon={<ArrowRightLeft />} href={transferHref(school.id, person.id)}>
            {t("transfer")}
          </MenuItem>
          <MenuItem icon={<UserMinus />} danger onAction={() => onRemove(person)}>
            {t("remove")}
          </MenuItem>
        </Menu>
      ),
    },
  ];
}
