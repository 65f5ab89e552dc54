"use client";

import { useTranslations } from "next-intl";
import { Person } from "@/components/ui/person";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { UserStatusMark } from "@/components/users/user-status";
import { usersHref } from "@/components/users/users-url";
import type { Area } from "../class-url";
import type { RosterRow } from "../types";

/** Where an admin sees more of a person; coaches have no pages of people. */
export function personHref(area: Area, id: string): string | undefined {
  return area === "/org-admin" ? usersHref({ person: id }) : undefined;
}

/** The columns of the roster. */
export function useRosterColumns(area: Area): Column<RosterRow>[] {
  const t = useTranslations("classes.roster");
  const { day } = useDay();
  return [
    {
      id: "name",
      header: t("student"),
      cell: ({ id, name, email }) => (
        <Person name={name} href={personHref(area, id)} meta={<span className="sm:hidden">{email}</span>} />
      ),
    },
    {
      id: "email",
      header: t("email"),
      from: "sm",
      cell: ({ email }) => <span className="block max-w-64 truncate">{email}</span>,
    },
    {
      id: "status",
      header: t("status"),
      nowrap: true,
      cell: ({ status }) => <UserStatusMark status={status} />,
    },
    {
      id: "since",
      header: t("since"),
      from: "sm",
      align: "end",
      nowrap: true,
      cell: ({ enrolledAt }) => <time dateTime={enrolledAt.toISOString()}>{day(enrolledAt)}</time>,
    },
  ];
}
