"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { importHref } from "./import-url";

const EVERY = 3_000;

/** The import that is written at the moment, if it is not this one: who began it, and when. */
export function RunningCallout({ besides }: { besides?: string }) {
  const t = useTranslations("studentImport.running");
  const { moment } = useDay();
  const running = useRunning();
  if (!running || running.id === besides) return null;
  const { id, by, fileName, since } = running;
  return (
    <Callout
      tone="info"
      role="status"
      title={t(running.state === "undoing" ? "undoing" : "title", { by, file: fileName, at: moment(since) })}
      actions={
        <ButtonLink size="sm" href={importHref(id)}>
          {t("follow")}
        </ButtonLink>
      }
    >
      {t("body")}
    </Callout>
  );
}

/** The school's one import that is written or taken back now, whoever began it; asked for again until it is done. */
export function useRunning() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.studentImport.list.queryOptions({ limit: 1 }),
    refetchInterval: ({ state }) => (state.data?.running ? EVERY : false),
  });
  return data.running;
}
