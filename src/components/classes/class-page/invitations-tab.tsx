"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionDialogs } from "@/components/invitations/action-dialogs";
import { PersonCell } from "@/components/invitations/person-cell";
import { InvitationState } from "@/components/invitations/status";
import { useInvitationActions } from "@/components/invitations/use-invitation-actions";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { classInvitationsInput, invitationsHref } from "../class-url";
import type { TabProps } from "./tab-props";

/** Who is invited into the class and has not answered yet. */
export default function InvitationsTab({ detail, area, days }: TabProps & { days: number }) {
  const t = useTranslations("classes.invitations");
  const tList = useTranslations("invitations.list");
  const tAction = useTranslations("invitations.actions");
  const tRole = useTranslations("roles");
  const { day } = useDay();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.invitation.list.queryOptions(classInvitationsInput(detail.id)));
  const actions = useInvitationActions(days);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [revoking, setRevoking] = useState<readonly string[]>([]);
  const { rows } = data;
  const mayInvite = detail.rights.roster;
  if (rows.length === 0) {
    return (
      <div className="py-12">
        <EmptyState
          drawing="invitations"
          title={t("emptyTitle")}
          actions={
            mayInvite ? (
              <ButtonLink variant="primary" href={invitationsHref(area, detail.id, "new")} icon={<Send />}>
                {t("invite")}
              </ButtonLink>
            ) : null
          }
        >
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  }
  const chosen = rows.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return (
    <div className="flex flex-col gap-4">
      <DataTable
        boxed
        caption={t("caption", { name: detail.name })}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name || row.email}
        selection={mayInvite ? { selected, onChange: setSelected } : undefined}
        columns={[
          {
            id: "person",
            header: tList("person"),
            rowHeader: true,
            cell: (row) => (
              <PersonCell
                name={row.name}
                email={row.email}
                href={`${invitationsHref(area, detail.id)}&open=${row.id}`}
                narrow={[tRole(row.role)]}
              />
            ),
          },
          { id: "role", header: tList("role"), from: "sm", nowrap: true, cell: (row) => tRole(row.role) },
          {
            id: "status",
            header: tList("status"),
            nowrap: true,
            cell: (row) => <InvitationState status={row.status} delivery={row.delivery} />,
          },
          {
            id: "expires",
            header: tList("expires"),
            from: "sm",
            align: "end",
            nowrap: true,
            cell: (row) => <time dateTime={row.expiresAt.toISOString()}>{day(row.expiresAt)}</time>,
          },
        ]}
      />
      <p className="text-sm">
        <Link href={invitationsHref(area, detail.id)}>{t("all")}</Link>
      </p>
      <BulkBar count={chosen.length} total={rows.length} onClear={() => setSelected(new Set())}>
        <Button
          variant="inverse"
          size="sm"
          pending={actions.resending}
          onPress={() => {
            actions.resend(chosen);
            setSelected(new Set());
          }}
        >
          {tAction("resend")}
        </Button>
        <Button variant="inverse" size="sm" onPress={() => setRevoking(chosen)}>
          {tAction("revoke")}
        </Button>
      </BulkBar>
      <ActionDialogs
        actions={actions}
        revoking={revoking}
        onRevoked={() => setSelected(new Set())}
        onKeep={() => setRevoking([])}
      />
    </div>
  );
}
