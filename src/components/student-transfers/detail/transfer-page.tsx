"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CrumbName } from "@/components/shell/crumb-name";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { useTRPC } from "@/trpc/client";
import { SentSections } from "../sent-sections";
import { TransferState } from "../transfer-state";
import { transfersHref } from "../transfers-url";
import { ArrivalForm } from "./arrival-form";
import { OutgoingActions } from "./outgoing-actions";
import { TransferFacts } from "./transfer-facts";

const WHILE_COPYING = 2_000;

/** One transfer: how it stands, what goes along, and what this school can decide. */
export function TransferPage({ id }: { id: string }) {
  const t = useTranslations("studentTransfers.detail");
  const trpc = useTRPC();
  const { data: transfer } = useSuspenseQuery({
    ...trpc.studentTransfer.get.queryOptions({ id }),
    refetchInterval: ({ state }) =>
      (state.data?.filesPending ?? 0) > 0 || state.data?.asked?.delivery === "queued" ? WHILE_COPYING : false,
  });
  const { direction, status, school, studentName, recordId, filesPending, declineReason } = transfer;
  const isIncoming = direction === "incoming";
  const record = recordId === null ? null : `/org-admin/students/${recordId}`;
  return (
    <PageBody>
      <CrumbName name={studentName} />
      <PageHeader
        title={studentName}
        description={
          <span className="inline-flex flex-wrap items-center gap-x-2">
            {isIncoming ? t("fromSchool", { school }) : t("toSchool", { school })}
            <TransferState {...transfer} />
          </span>
        }
        actions={
          <>
            <ButtonLink href={transfersHref({ tab: direction })}>{t("toList")}</ButtonLink>
            {record ? <ButtonLink href={record}>{t("toRecord")}</ButtonLink> : null}
            {isIncoming ? null : <OutgoingActions transfer={transfer} />}
          </>
        }
      />
      <div className="grid max-w-[56rem] grid-cols-1 gap-(--stack)">
        {status === "declined" && declineReason !== "" ? (
          <Callout title={t(`declinedBy.${transfer.declinedBy ?? "school"}`)}>{declineReason}</Callout>
        ) : null}
        {isIncoming && status === "completed" && filesPending > 0 ? (
          <Callout tone="info" role="status">
            {t("filesPending", { count: filesPending })}
          </Callout>
        ) : null}
        {isIncoming && status === "awaiting_school" ? <ArrivalForm transfer={transfer} /> : null}
        <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) md:grid-cols-2">
          <Section title={t("course")}>
            <TransferFacts transfer={transfer} />
          </Section>
          <Section title={t("sections")}>
            <SentSections sections={transfer.sections} />
          </Section>
        </div>
      </div>
    </PageBody>
  );
}
