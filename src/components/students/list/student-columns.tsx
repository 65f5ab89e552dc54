"use client";

import { useTranslations } from "next-intl";
import { Person } from "@/components/ui/person";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { formatPhone } from "@/domain/identity/phone";
import { listName } from "@/domain/student-list";
import { StudentStatusMark } from "../student-status";
import { numberOf, usePlaceWords } from "../student-words";
import type { StudentListRow } from "../types";
import { type StudentColumn, type StudentsUrl, studentsHref } from "./students-url";

/** The columns of the list of students that are asked for; beside an open panel only the first of them stay. */
export function useStudentColumns(props: {
  url: StudentsUrl;
  onOpen: (id: string) => void;
}): Column<StudentListRow>[] {
  const { url, onOpen } = props;
  const t = useTranslations("students.list.columns");
  const place = usePlaceWords();
  const { calendarDay } = useDay();
  const columns: Record<StudentColumn, Column<StudentListRow>> = {
    code: {
      id: "code",
      header: t("code"),
      sortable: true,
      from: "md",
      nowrap: true,
      cell: (row) => row.code,
    },
    cedula: { id: "cedula", header: t("cedula"), from: "sm", nowrap: true, cell: (row) => numberOf(row) },
    grade: {
      id: "grade",
      header: t("grade"),
      sortable: true,
      from: "sm",
      cell: (row) => <span className="block max-w-56 truncate">{place(row)}</span>,
    },
    listNumber: {
      id: "listNumber",
      header: t("listNumber"),
      from: "md",
      align: "end",
      nowrap: true,
      cell: (row) => row.listNumber ?? "–",
    },
    year: {
      id: "year",
      header: t("year"),
      from: "md",
      nowrap: true,
      cell: (row) => row.yearName ?? "–",
    },
    status: {
      id: "status",
      header: t("status"),
      nowrap: true,
      cell: (row) => <StudentStatusMark status={row.status} gender={row.gender} />,
    },
    contact: {
      id: "contact",
      header: t("contact"),
      from: "lg",
      cell: ({ contact }) =>
        contact ? (
          <span className="block max-w-56 truncate">
            {contact.name}
            {contact.phone ? (
              <span className="block truncate text-xs text-ink-3">{formatPhone(contact.phone)}</span>
            ) : null}
          </span>
        ) : (
          "–"
        ),
    },
    birth: {
      id: "birth",
      header: t("birth"),
      sortable: true,
      from: "lg",
      nowrap: true,
      cell: (row) => calendarDay(row.birthDate),
    },
  };
  return [
    {
      id: "name",
      header: t("name"),
      sortable: true,
      cell: (row) => (
        <Person
          name={listName(row)}
          photoUrl={row.photoUrl}
          href={studentsHref({ ...url, open: row.id })}
          onOpen={() => onOpen(row.id)}
          meta={<span className="sm:hidden">{place(row)}</span>}
        />
      ),
    },
    ...shownColumns(url).map((column) => columns[column]),
  ];
}

/** A panel takes the room of what is least asked for. */
const BESIDE_PANEL: readonly StudentColumn[] = ["cedula", "grade", "status"];

function shownColumns({ cols, open, sort }: StudentsUrl): StudentColumn[] {
  if (open === null) return cols;
  return cols.filter((column) => column === sort || BESIDE_PANEL.includes(column));
}
