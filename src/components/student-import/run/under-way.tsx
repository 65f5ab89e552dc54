"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useTimeLeft } from "@/components/use-time-left";
import { useTRPC } from "@/trpc/client";
import { StepTitle } from "../step-title";
import type { ImportDetail } from "../types";

const ANNOUNCED_EVERY = 25;

export interface UnderWayProps {
  detail: ImportDetail;
  /** When the browser learned of this progress. */
  at: number;
  title: string;
  /** How far it is, in words. */
  told: string;
  /** What one may do meanwhile. */
  hint: string;
  children?: ReactNode;
}

/** Something that is written in the background: how far it is; what the browser knows of students is asked for anew after it. */
export function UnderWay({ detail, at, title, told, hint, children }: UnderWayProps) {
  const t = useTranslations("studentImport.run");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { done, total } = detail.progress;
  const left = useTimeLeft(done, total, at);
  const percent = total === 0 ? 0 : (100 * done) / total;

  useEffect(
    () => () => {
      for (const { pathFilter } of [trpc.student, trpc.studentImport, trpc.academics])
        void queryClient.invalidateQueries(pathFilter());
    },
    [queryClient, trpc],
  );

  return (
    <section className="grid max-w-measure grid-cols-1 gap-3">
      <StepTitle>{title}</StepTitle>
      <ProgressBar
        size="lg"
        label={t("label")}
        value={done}
        max={total}
        detail={told}
        aside={
          left === undefined
            ? undefined
            : left < 60
              ? t("left", { seconds: left })
              : t("leftMinutes", { minutes: Math.ceil(left / 60) })
        }
      />
      {/* Told in quarters: a voice that counts each student would never fall silent. */}
      <p role="status" className="sr-only">
        {t("announce", { percent: Math.floor(percent / ANNOUNCED_EVERY) * ANNOUNCED_EVERY })}
      </p>
      <p className="text-sm text-ink-3">{hint}</p>
      {children}
    </section>
  );
}
