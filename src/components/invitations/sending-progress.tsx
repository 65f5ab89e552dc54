"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { useTimeLeft } from "@/components/use-time-left";
import { useTRPC } from "@/trpc/client";
import type { Batch } from "./types";

const ANNOUNCED_EVERY = 25;

/** A sending under way; `at` is when the browser learned of this progress. */
export function SendingProgress({ batch, at }: { batch: Batch; at: number }) {
  const t = useTranslations("invitations.sending");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { sent, failed } = batch.progress;
  const total = batch.invitedCount;
  const left = useTimeLeft(sent + failed, total, at);
  const cancel = useMutation(
    trpc.invitation.cancelBatch.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.invitation.pathFilter()),
    }),
  );
  const percent = total === 0 ? 100 : (100 * (sent + failed)) / total;
  return (
    <section className="grid max-w-measure grid-cols-1 gap-3">
      <ProgressBar
        size="lg"
        label={t("progressLabel")}
        value={sent + failed}
        max={total}
        detail={failed > 0 ? t("progressFailed", { sent, total, failed }) : t("progress", { sent, total })}
        aside={
          left === undefined
            ? undefined
            : left < 60
              ? t("left", { seconds: left })
              : t("leftMinutes", { minutes: Math.ceil(left / 60) })
        }
      />
      {/* Told in quarters: a voice that counts each mail would never fall silent. */}
      <p role="status" className="sr-only">
        {t("announce", { percent: Math.floor(percent / ANNOUNCED_EVERY) * ANNOUNCED_EVERY })}
      </p>
      <p className="text-sm text-ink-3">{t("leave")}</p>
      <div>
        <Button size="sm" variant="danger-quiet" onPress={() => setAsking(true)}>
          {t("stop")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("stopTitle")}
        confirmLabel={t("stopConfirm")}
        onConfirm={async () => {
          const { cancelled } = await cancel.mutateAsync({ id: batch.id });
          toast(t("stopped", { count: cancelled }));
        }}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("stopBody")}</p>
      </ConfirmDialog>
    </section>
  );
}
