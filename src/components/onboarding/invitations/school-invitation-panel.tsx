"use client";

import { School, Send, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { schoolHref } from "@/components/admin/school-page/school-url";
import { InvitationState } from "@/components/invitations/status";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { schoolInitials } from "@/components/ui/crest";
import { DescriptionList } from "@/components/ui/description-list";
import { PanelHead, SidePanel } from "@/components/ui/side-panel";
import { useDay } from "@/components/use-day";
import type { SchoolInvitationRow } from "../types";
import type { SchoolInvitationActions } from "./use-school-invitation-actions";

export interface SchoolInvitationPanelProps {
  row: SchoolInvitationRow;
  /** Place in the list, in words. */
  position: string;
  actions: SchoolInvitationActions;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** One invitation beside the list: its facts, and what can be done with it. */
export function SchoolInvitationPanel(props: SchoolInvitationPanelProps) {
  const { row, position, actions, onClose, onPrevious, onNext } = props;
  const t = useTranslations("schoolInvitations.panel");
  const tTier = useTranslations("tiers");
  const tLocale = useTranslations("settings.values.locale");
  const { moment } = useDay();
  const { name, email, status, school } = row;
  const isOpen = status === "pending" || status === "expired";
  return (
    <SidePanel
      label={name}
      position={position}
      onClose={onClose}
      {...(onPrevious && { onPrevious })}
      {...(onNext && { onNext })}
    >
      <PanelHead lead={<Avatar name={schoolInitials(name)} square size="lg" />} title={name} meta={email} />
      {/* Not at the panel's foot: what is told of an action would cover the next one. */}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {school ? (
          <ButtonLink icon={<School />} href={schoolHref(school.id)}>
            {t("toSchool")}
          </ButtonLink>
        ) : null}
        {isOpen ? (
          <>
            <Button icon={<Send />} disabled={actions.pending} onPress={() => actions.resend(row)}>
              {t("resend")}
            </Button>
            <Button variant="danger-quiet" disabled={actions.pending} onPress={() => actions.revoke(row)}>
              {t("revoke")}
            </Button>
          </>
        ) : null}
        {status === "revoked" ? (
          <Button icon={<Undo2 />} disabled={actions.pending} onPress={() => actions.restore(row)}>
            {t("restore")}
          </Button>
        ) : null}
      </div>
      {status === "pending" && row.delivery === "failed" ? (
        <Callout tone="danger" title={t("failedTitle")}>
          {t("failedBody")}
        </Callout>
      ) : null}
      {status === "expired" ? (
        <Callout tone="warning" title={t("expiredTitle")}>
          {t("expiredBody")}
        </Callout>
      ) : null}
      <DescriptionList
        items={[
          { term: t("status"), value: <InvitationState status={status} delivery={row.delivery} /> },
          { term: t("contact"), value: email },
          { term: t("plan"), value: tTier(row.plan) },
          { term: t("slug"), value: school?.slug ?? row.slug ?? t("slugFree") },
          { term: t("place"), value: t(row.placedApart ? "apart" : "shared") },
          { term: t("language"), value: tLocale(row.locale === "en" ? "en" : "es") },
          { term: t("invitedBy"), value: row.invitedBy },
          { term: t("created"), value: moment(row.createdAt) },
          ...(row.lastSentAt
            ? [
                {
                  term: t("sent"),
                  value: t("sentValue", { count: row.sendCount, at: moment(row.lastSentAt) }),
                },
              ]
            : []),
          ...(isOpen
            ? [{ term: t(status === "expired" ? "expired" : "expires"), value: moment(row.expiresAt) }]
            : []),
          ...(row.closedAt && !isOpen
            ? [{ term: t(status === "accepted" ? "joined" : "withdrawn"), value: moment(row.closedAt) }]
            : []),
        ]}
      />
      {isOpen ? <p className="text-xs text-ink-3">{t("linkNote")}</p> : null}
    </SidePanel>
  );
}
