"use client";

import { DoorOpen } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { schoolInitials } from "@/components/ui/crest";
import { RouteLink } from "@/components/ui/route-link";
import type { Column } from "@/components/ui/table-types";
import { useBytes } from "@/components/use-bytes";
import { useDates } from "@/components/users/use-dates";
import { schoolState } from "@/domain/school-list";
import { SchoolMenu } from "./school-menu";
import { schoolHref } from "./school-page/school-url";
import { SchoolStateMark } from "./school-state";
import type { AskSchool, SchoolRow } from "./types";

export interface SchoolColumnsProps {
  /** The school that the viewer belongs to. */
  ownId: string;
  now: Date;
  ask: AskSchool;
}

/** The columns of the list of schools, the way in and what else can be done at the end of each. */
export function useSchoolColumns({ ownId, now, ask }: SchoolColumnsProps): Column<SchoolRow>[] {
  const t = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const format = useFormatter();
  const dates = useDates(now);
  const bytes = useBytes();
  return [
    { id: "name", header: t("columns.name"), cell: (school) => <SchoolCell school={school} /> },
    {
      id: "status",
      header: t("columns.status"),
      from: "sm",
      nowrap: true,
      cell: (school) => <SchoolStateMark {...school} />,
    },
    { id: "plan", header: t("columns.plan"), from: "md", nowrap: true, cell: ({ plan }) => tTier(plan) },
    {
      id: "people",
      header: t("columns.people"),
      from: "sm",
      align: "end",
      nowrap: true,
      cell: ({ userCount, maxUsers }) => t("peopleOf", { count: userCount, max: maxUsers }),
    },
    {
      id: "classes",
      header: t("columns.classes"),
      from: "lg",
      align: "end",
      cell: ({ classCount }) => (classCount === null ? "–" : format.number(classCount)),
    },
    {
      id: "storage",
      header: t("columns.storage"),
      from: "lg",
      align: "end",
      nowrap: true,
      cell: ({ storageBytes }) => (storageBytes === null ? "–" : bytes(storageBytes)),
    },
    {
      id: "created",
      header: t("columns.created"),
      from: "lg",
      nowrap: true,
      cell: ({ createdAt }) => dates.short(createdAt),
    },
    {
      id: "lastSeen",
      header: t("columns.lastSeen"),
      from: "md",
      nowrap: true,
      cell: ({ lastSeenAt }) => dates.ago(lastSeenAt),
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("columns.acts")}</span>,
      align: "end",
      nowrap: true,
      cell: (school) => (
        <span className="inline-flex items-center gap-1">
          <WayIn school={school} ownId={ownId} ask={ask} />
          <SchoolMenu school={school} ownId={ownId} ask={ask} inList />
        </span>
      ),
    },
  ];
}

function SchoolCell({ school }: { school: SchoolRow }) {
  const t = useTranslations("schools.statuses");
  const { id, name, slug } = school;
  const state = schoolState(school);
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={schoolInitials(name)} square />
      <span className="min-w-0">
        <span className="block font-medium text-ink [overflow-wrap:anywhere]">
          <RouteLink href={schoolHref(id)} data-row-link className="underline-offset-3 hover:underline">
            {name}
          </RouteLink>
        </span>
        <span className="block truncate text-xs font-body text-ink-3">
          {slug}
          {state === "active" ? null : <span className="sm:hidden"> · {t(state)}</span>}
        </span>
      </span>
    </span>
  );
}

function WayIn({ school, ownId, ask }: { school: SchoolRow } & Pick<SchoolColumnsProps, "ownId" | "ask">) {
  const t = useTranslations("schools");
  if (school.id === ownId)
    return (
      <ButtonLink size="sm" variant="quiet" href="/org-admin" className="max-sm:hidden">
        {t("own")}
      </ButtonLink>
    );
  if (school.status === "inactive" || school.status === "provisioning") return null;
  return (
    <Button
      size="sm"
      icon={<DoorOpen />}
      aria-label={t("enterNamed", { name: school.name })}
      onPress={() => ask("enter", school)}
      className="max-sm:hidden"
    >
      {t("enter")}
    </Button>
  );
}
