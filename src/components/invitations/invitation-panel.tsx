"use client";

import { Copy, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { PanelHead, SidePanel } from "@/components/ui/side-panel";
import { useDay } from "@/components/use-day";
import { InvitationState } from "./status";
import type { InvitationRow } from "./types";
import type { InvitationActions } from "./use-invitation-actions";

export interface InvitationPanelProps {
  row: InvitationRow;
  /** Place in the list, from 1, and how many it has where that is known. */
  index: number;
  total: number | undefined;
  actions: InvitationActions;
  onRevoke: () => void;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  /** What was done to it, for who may know. */
  history?: ReactNode;
}

/** One invitation beside the list: its facts, and what can be done with it. */
export function InvitationPanel(props: InvitationPanelProps) {
  const { row, index, total, actions, onRevoke, onClose, onPrevious, onNext, history } = props;
  const t = useTranslations("invitations.panel");
  const tAction = useTranslations("invitations.actions");
  const tRole = useTranslations("roles");
  const { moment } = useDay();
  const isOpen = row.status === "pending";
  const failed = isOpen && row.delivery === "failed";
  const name = row.name || row.email;
  return (
    <SidePanel
      label={name}
      position={total === undefined ? undefined : t("position", { index, total })}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      <PanelHead
        lead={<Avatar name={name} size="lg" />}
        title={name}
        meta={row.className ? `${tRole(row.role)} · ${row.className}` : tRole(row.role)}
      />
      {/* Not at the panel's foot: what is told of an action would cover the next one. */}
      {isOpen || row.status === "expired" ? (
        <div className="flex flex-wrap gap-2">
          <Button icon={<Send />} pending={actions.resending} onPress={() => actions.resend([row.id])}>
            {tAction("resend")}
          </Button>
          {isOpen ? (
            <>
              <Button icon={<Copy />} onPress={() => actions.copyLink(row)}>
                {tAction("copyLink")}
              </Button>
              <Button variant="danger-quiet" onPress={onRevoke}>
                {tAction("revoke")}
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      {failed ? (
        <Callout tone="danger" title={t("failedTitle")}>
          {t("failedBody")}
        </Callout>
      ) : null}
      {row.status === "expired" ? (
        <Callout tone="warning" title={t("expiredTitle")}>
          {t("expiredBody")}
        </Callout>
      ) : null}
      <DescriptionList
        items={[
          { term: t("status"), value: <InvitationState status={row.status} delivery={row.delivery} /> },
          { term: t("email"), value: row.email },
          { term: t("role"), value: tRole(row.role) },
          ...(row.className ? [{ term: t("class"), value: row.className }] : []),
          ...(row.invitedBy ? [{ term: t("invitedBy"), value: row.invitedBy }] : []),
          { term: t("created"), value: moment(row.createdAt) },
          ...(row.lastSentAt
            ? [
                {
                  term: t("sent"),
                  value: t("sentValue", { count: row.sendCount, at: moment(row.lastSentAt) }),
                },
              ]
            : []),
          ...(isOpen || row.status === "expired"
            ? [{ term: isOpen ? t("expires") : t("expired"), value: moment(row.expiresAt) }]
            : []),
        ]}
      />
      {history}
    </SidePanel>
  );
}
