"use client";

import { useTranslations } from "next-intl";
import { Person } from "@/components/ui/person";
import type { Column } from "@/components/ui/table-types";
import type { UserRow } from "./types";
import { useDates } from "./use-dates";
import { UserStatusMark } from "./user-status";
import { type UsersUrl, usersHref } from "./users-url";

const SHOWN_CLASSES = 2;

/** The columns of the list of people; beside an open panel one of the two dates gives way. */
export function useUserColumns(props: {
  url: UsersUrl;
  now: Date;
  panelOpen: boolean;
  onOpen: (id: string) => void;
}): Column<UserRow>[] {
  const { url, now, panelOpen, onOpen } = props;
  const t = useTranslations("users");
  const tRole = useTranslations("roles");
  const dates = useDates(now);
  const classes = useClassNames();

  const columns: (Column<UserRow> | false)[] = [
    {
      id: "name",
      header: t("columns.name"),
      sortable: true,
      cell: (row) => (
        <Person
          name={row.name}
          photoUrl={row.photoUrl}
          href={usersHref({ ...url, person: row.id })}
          onOpen={() => onOpen(row.id)}
          meta={
            <>
              <span className="max-sm:hidden">{row.email}</span>
              <span className="sm:hidden">
                {[tRole(row.role), classes(row.classNames)].filter(Boolean).join(" · ")}
              </span>
            </>
          }
        />
      ),
    },
    {
      id: "role",
      header: t("columns.role"),
      sortable: true,
      from: "sm",
      nowrap: true,
      cell: (row) => tRole(row.role),
    },
    {
      id: "classes",
      header: t("columns.classes"),
      from: "md",
      cell: (row) => <span className="block max-w-48 truncate">{classes(row.classNames)}</span>,
    },
    {
      id: "status",
      header: t("columns.status"),
      sortable: true,
      cell: (row) => <UserStatusMark status={row.status} />,
    },
    (!panelOpen || url.sort === "joined") && {
      id: "joined",
      header: t("columns.joined"),
      sortable: true,
      from: "lg",
      nowrap: true,
      cell: (row) => dates.short(row.joinedAt),
    },
    (!panelOpen || url.sort !== "joined") && {
      id: "lastSeen",
      header: t("columns.lastSeen"),
      from: "sm",
      nowrap: true,
      cell: (row) => dates.ago(row.lastSeenAt),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** The first names and how many more there are. */
function useClassNames(): (names: readonly string[]) => string {
  const t = useTranslations("ui");
  return (names) => {
    const shown = names.slice(0, SHOWN_CLASSES).join(", ");
    const more = names.length - SHOWN_CLASSES;
    return more > 0 ? t("andMore", { shown, count: more }) : shown;
  };
}
