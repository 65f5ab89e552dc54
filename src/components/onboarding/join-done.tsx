"use client";

import { useQuery } from "@tanstack/react-query";
import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Theme } from "@/domain/preferences";
import { useTRPC } from "@/trpc/client";
import { JoinFrame } from "./join-frame";
import type { JoinedSchool } from "./types";

const WHILE_WAITING = 1_500;

export interface JoinDoneProps {
  token: string;
  theme: Theme;
  joined: JoinedSchool;
}

/** The school that has joined: the way to its address, or how far its own place in the database is. */
export function JoinDone({ token, theme, joined }: JoinDoneProps) {
  const t = useTranslations("join.done");
  const trpc = useTRPC();
  const { data: school } = useQuery({
    ...trpc.onboarding.progress.queryOptions({ token }),
    initialData: joined,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : WHILE_WAITING),
  });
  const { name, email, state, done, total, signInUrl } = school;
  const isOpen = state === "done";
  return (
    <JoinFrame
      theme={theme}
      school={school}
      title={t(isOpen ? "openTitle" : "waitTitle", { school: name })}
      description={t(isOpen ? "openBody" : "waitBody")}
    >
      <div role="status" className="grid gap-5">
        {isOpen ? (
          <p className="rounded-lg border border-line bg-sunken px-3 py-2 [overflow-wrap:anywhere]">
            <span className="block text-xs text-ink-3">{t("address")}</span>
            <b>{new URL(signInUrl).host}</b>
          </p>
        ) : null}
        {state === "queued" || state === "running" ? (
          <ProgressBar
            label={t("progress")}
            size="lg"
            value={done}
            max={total}
            detail={state === "queued" ? t("queued") : t("running", { done, total })}
          />
        ) : null}
        {state === "failed" ? (
          <Callout tone="warning" title={t("failedTitle")}>
            {t("failedBody")}
          </Callout>
        ) : null}
      </div>
      {isOpen ? (
        <div className="grid gap-2">
          <ButtonLink href={signInUrl} variant="primary" block icon={<LogIn />}>
            {t("signIn")}
          </ButtonLink>
          <p className="text-sm text-ink-3">{t("signInAs", { email })}</p>
        </div>
      ) : null}
    </JoinFrame>
  );
}
