"use client";

import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Menu, MenuItem } from "@/components/ui/menu";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";

const EVERY = 2_000;

function useBatches() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.invitation.listBatches.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === "sending") ? EVERY : false),
  });
  return data;
}

/** A sending that is under way, above the list; the list follows when it ends. */
export function SendingNotice({ base }: { base: string }) {
  const t = useTranslations("invitations.sendings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const current = useBatches().find(({ status }) => status === "sending");
  const { data } = useQuery({
    ...trpc.invitation.getBatch.queryOptions({ id: current?.id ?? "" }),
    enabled: current !== undefined,
    refetchInterval: EVERY,
  });
  const isSending = current !== undefined;
  useEffect(() => {
    if (!isSending) return;
    return () => {
      void queryClient.invalidateQueries(trpc.invitation.list.pathFilter());
      void queryClient.invalidateQueries(trpc.invitation.counts.pathFilter());
    };
  }, [isSending, queryClient, trpc]);
  if (!current) return null;
  const done = data ? data.progress.sent + data.progress.failed : 0;
  return (
    <Callout
      tone="info"
      role="status"
      title={t("underWay", { count: current.invitedCount })}
      actions={
        <ButtonLink size="sm" href={`${base}/sendings/${current.id}`}>
          {t("follow")}
        </ButtonLink>
      }
    >
      <div className="mt-2 max-w-form">
        <ProgressBar label={t("progress")} value={done} max={current.invitedCount} />
      </div>
    </Callout>
  );
}

/** The latest sendings, each with its result. */
export function RecentSendings({ base }: { base: string }) {
  const t = useTranslations("invitations.sendings");
  const { moment } = useDay();
  const batches = useBatches();
  if (batches.length === 0) return null;
  return (
    <Menu label={t("recent")} trigger={<Button icon={<History />}>{t("recent")}</Button>}>
      {batches.map(({ id, invitedCount, createdAt }) => (
        <MenuItem key={id} href={`${base}/sendings/${id}`} aside={moment(createdAt)}>
          {t("item", { count: invitedCount })}
        </MenuItem>
      ))}
    </Menu>
  );
}
