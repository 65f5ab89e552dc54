"use client";

import { Crown, Ellipsis, UserMinus, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Person } from "@/components/ui/person";
import { useDay } from "@/components/use-day";
import { UserStatusMark } from "@/components/users/user-status";
import type { ClassCoach } from "../types";
import type { Ask } from "./asked";
import { personHref } from "./roster-columns";
import type { TabProps } from "./tab-props";
import type { CoachActions } from "./use-coach-actions";

export interface CoachesTabProps extends TabProps {
  actions: CoachActions;
  viewerId: string | null;
}

/** Who leads the class and who assists, and what that means. */
export default function CoachesTab({ detail, area, ask, actions, viewerId }: CoachesTabProps) {
  const t = useTranslations("classes.coaches");
  const { day } = useDay();
  const { coaches, rights } = detail;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 max-w-measure flex-[1_1_20rem] text-sm text-ink-2">{t("rights")}</p>
        {rights.coaches ? (
          <Button icon={<UserPlus />} className="ml-auto" onPress={() => ask({ kind: "addCoaches" })}>
            {t("add")}
          </Button>
        ) : null}
      </div>
      <DataTable
        boxed
        caption={t("caption", { name: detail.name })}
        rows={coaches}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        empty={
          <EmptyState drawing="people" title={t("emptyTitle")}>
            {t("emptyBody")}
          </EmptyState>
        }
        columns={[
          {
            id: "name",
            header: t("coach"),
            cell: ({ id, name, email }) => <Person name={name} href={personHref(area, id)} meta={email} />,
          },
          {
            id: "part",
            header: t("part"),
            nowrap: true,
            cell: ({ isLead, status }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {isLead ? <b className="font-medium text-ink">{t("lead")}</b> : t("assists")}
                {status === "suspended" ? <UserStatusMark status={status} /> : null}
              </span>
            ),
          },
          {
            id: "others",
            header: t("others"),
            from: "md",
            align: "end",
            cell: ({ otherClassCount: count }) => t("otherClasses", { count }),
          },
          {
            id: "since",
            header: t("since"),
            from: "sm",
            align: "end",
            nowrap: true,
            cell: ({ since }) => day(since),
          },
          ...(rights.coaches
            ? [
                {
                  id: "actions",
                  header: <span className="sr-only">{t("actions")}</span>,
                  width: "1px",
                  cell: (row: ClassCoach) => (
                    <CoachMenu
                      coach={row}
                      ask={ask}
                      actions={actions}
                      mustAsk={viewerLeads(coaches, viewerId)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function viewerLeads(coaches: readonly ClassCoach[], viewerId: string | null): boolean {
  return coaches.some(({ id, isLead }) => isLead && id === viewerId);
}

interface CoachMenuProps {
  coach: ClassCoach;
  ask: Ask;
  actions: CoachActions;
  /** The viewer leads the class, and gives up more than can be undone. */
  mustAsk: boolean;
}

function CoachMenu({ coach, ask, actions, mustAsk }: CoachMenuProps) {
  const t = useTranslations("classes.coaches");
  return (
    <Menu
      label={t("actionsFor", { name: coach.name })}
      trigger={<IconButton label={t("actionsFor", { name: coach.name })} icon={<Ellipsis />} />}
    >
      {coach.isLead ? null : (
        <MenuItem
          icon={<Crown />}
          disabled={coach.status !== "active"}
          onAction={() => (mustAsk ? ask({ kind: "handOver", coach }) : void actions.makeLead(coach))}
        >
          {t("makeLead")}
        </MenuItem>
      )}
      <MenuItem
        danger
        icon={<UserMinus />}
        onAction={() => (coach.isLead ? ask({ kind: "removeLead", coach }) : void actions.remove(coach))}
      >
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}
