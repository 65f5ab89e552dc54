"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { familyHref } from "../family/family-url";
import type { Student } from "../types";
import { useRefreshAccounts } from "./use-account-actions";

export interface InviteGuardiansDialogProps {
  students: readonly Student[];
  onDone: () => void;
  onClose: () => void;
}

/** Invites the representatives of many students: says first how many can be, and who stays out and why. */
export default function InviteGuardiansDialog({ students, onDone, onClose }: InviteGuardiansDialogProps) {
  const t = useTranslations("students.inviteGuardians");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshAccounts();
  const { mutate: look, ...preview } = useMutation(trpc.recordAccount.previewGuardians.mutationOptions());
  const invite = useMutation(trpc.recordAccount.inviteGuardians.mutationOptions());
  const studentIds = students.map(({ id }) => id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for those who were selected when it opened
  useEffect(() => look({ studentIds }), []);
  const counts = preview.data?.counts;
  const total = counts ? counts.new + counts.waiting : 0;
  const error = invite.error ?? preview.error;

  async function confirm() {
    try {
      const { invited, tied } = await invite.mutateAsync({ studentIds });
      refresh();
      toast(t("done", { count: invited + tied }));
      onDone();
      onClose();
    } catch {
      // What the server said stands in the dialog.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || invite.isPending || onClose()}
      dismissable={false}
      title={t("title", { count: students.length, name: students[0]?.name ?? "" })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={invite.isPending}>
            {tUi("cancel")}
          </Button>
          <Button
            variant="primary"
            pending={invite.isPending}
            disabled={total === 0}
            onPress={() => void confirm()}
          >
            {t("confirm", { count: total })}
          </Button>
        </>
      }
    >
      {counts ? (
        <div className="grid gap-3 text-sm">
          <p className="font-semibold">{t("will", { count: total })}</p>
          <ul className="grid list-disc gap-1 pl-5">
            {counts.linked > 0 ? <li>{t("linked", { count: counts.linked })}</li> : null}
            {counts.invited > 0 ? <li>{t("invited", { count: counts.invited })}</li> : null}
            {counts.no_email > 0 ? <li>{t("noEmail", { count: counts.no_email })}</li> : null}
          </ul>
          {preview.data && preview.data.leftOut.length > 0 ? (
            <details>
              <summary className="cursor-pointer">
                {t("leftOut", { count: preview.data.leftOut.length })}
              </summary>
              <ul className="mt-2 grid max-h-48 gap-1 overflow-auto">
                {preview.data.leftOut.map(({ id, name, email, verdict, about }) => (
                  <li key={id}>
                    <Link href={familyHref(id)}>{name}</Link>
                    {": "}
                    {t(`verdicts.${verdict}`, { email, about })}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <p className="text-ink-2">{t("body")}</p>
        </div>
      ) : error ? null : (
        <SkeletonBlock label={t("loading")} lines={3} />
      )}
      {error ? (
        <Callout tone="danger" role="alert">
          {errorText(error).message}
        </Callout>
      ) : null}
    </Dialog>
  );
}
