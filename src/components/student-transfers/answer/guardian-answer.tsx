"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextArea } from "@/components/ui/text-area";
import type { GuardianAnswer as Answer } from "@/domain/student-transfer-list";
import { MAX_TRANSFER_REASON } from "@/domain/student-transfer-list";
import { useTRPC } from "@/trpc/client";

export interface GuardianAnswerProps {
  token: string;
  student: string;
  from: string;
  to: string;
}

/** The guardian's yes or no: chosen first, then confirmed with what it means, then said. */
export function GuardianAnswer({ token, student, from, to }: GuardianAnswerProps) {
  const t = useTranslations("studentTransfers.answer");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const answer = useMutation(trpc.studentTransfer.answer.mutationOptions());
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [reason, setReason] = useState("");
  const step = useRef<HTMLDivElement>(null);
  const said = answer.isSuccess;
  // The button that had the focus is gone.
  useEffect(() => {
    if (chosen !== null || said) step.current?.focus();
  }, [chosen, said]);

  if (answer.isSuccess)
    return (
      <div ref={step} tabIndex={-1} className="outline-none">
        <Callout
          tone="success"
          role="status"
          title={chosen === "refuse" ? t("refusedTitle") : t("agreedTitle")}
        >
          {chosen === "refuse" ? t("refusedBody", { from, to }) : t("agreedBody", { to })}
        </Callout>
      </div>
    );
  if (chosen === null)
    return (
      <div className="grid gap-2">
        <Button variant="primary" block onPress={() => setChosen("agree")}>
          {t("agree")}
        </Button>
        <Button block onPress={() => setChosen("refuse")}>
          {t("refuse")}
        </Button>
        <p className="text-xs text-ink-3">{t("once")}</p>
      </div>
    );
  const isYes = chosen === "agree";
  return (
    <section
      ref={step}
      tabIndex={-1}
      aria-label={isYes ? t("agree") : t("refuse")}
      className="grid gap-4 outline-none"
    >
      <Callout title={isYes ? t("confirmAgreeTitle") : t("confirmRefuseTitle")}>
        {isYes ? t("confirmAgree", { student, from, to }) : t("confirmRefuse", { student, from, to })}
      </Callout>
      {isYes ? null : (
        <TextArea
          optional
          rows={3}
          label={t("refuseReason")}
          hint={t("refuseReasonHint", { from })}
          maxLength={MAX_TRANSFER_REASON}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      {answer.error ? (
        <Callout tone="danger" role="alert">
          {errorText(answer.error).message}
        </Callout>
      ) : null}
      <div className="grid gap-2">
        <Button
          variant={isYes ? "primary" : "danger"}
          block
          pending={answer.isPending}
          onPress={() => answer.mutate({ token, answer: chosen, reason: isYes ? "" : reason })}
        >
          {isYes ? t("confirmYes") : t("confirmNo")}
        </Button>
        <Button variant="quiet" block disabled={answer.isPending} onPress={() => setChosen(null)}>
          {t("back")}
        </Button>
      </div>
    </section>
  );
}
