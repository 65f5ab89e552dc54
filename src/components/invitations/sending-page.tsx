"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { PageBoundary } from "./page-boundary";
import { SendingProgress } from "./sending-progress";
import { SendingResult } from "./sending-result";

const EVERY = 1_000;

export interface SendingPageProps {
  /** The address of the list. */
  base: string;
  id: string;
}

/** One sending: how far it is while it runs, what became of each line afterwards. */
export function SendingPage(props: SendingPageProps) {
  const t = useTranslations("invitations");
  return (
    <PageBoundary
      loading={
        <PageBody>
          <SkeletonBlock label={t("sending.loading")} lines={5} />
        </PageBody>
      }
    >
      <Sending {...props} />
    </PageBoundary>
  );
}

function Sending({ base, id }: SendingPageProps) {
  const t = useTranslations("invitations");
  const { moment } = useDay();
  const trpc = useTRPC();
  const { data: batch, dataUpdatedAt } = useSuspenseQuery({
    ...trpc.invitation.getBatch.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data?.status === "sending" ? EVERY : false),
  });
  const running = batch.status === "sending";
  return (
    <PageBody>
      <PageHeader
        title={t(running ? "sending.titleSending" : "sending.titleDone", { count: batch.invitedCount })}
        description={t("sending.startedBy", {
          at: moment(batch.createdAt),
        })}
        aside={
          <Stepper
            label={t("new.steps")}
            steps={[t("new.stepList"), t("new.stepCheck"), t("new.stepSend")]}
            current={running ? 2 : 3}
          />
        }
      />
      {running ? (
        <SendingProgress batch={batch} at={dataUpdatedAt} />
      ) : (
        <Suspense fallback={<SkeletonBlock label={t("sending.loading")} lines={5} />}>
          <SendingResult batch={batch} />
        </Suspense>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={base} variant={running ? "default" : "primary"}>
          {t("sending.seeAll")}
        </ButtonLink>
        {running ? null : <ButtonLink href={`${base}/new`}>{t("sending.inviteMore")}</ButtonLink>}
      </div>
    </PageBody>
  );
}
