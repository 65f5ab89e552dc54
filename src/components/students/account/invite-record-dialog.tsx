"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import { type AccountRecord, useRefreshAccounts } from "./use-account-actions";

export interface InviteRecordDialogProps {
  record: AccountRecord;
  /** The record's own address, where it has one. */
  email: string;
  /** Links an account that there is already instead. */
  onLink: () => void;
  onClose: () => void;
}

/** Invites a record's person; whoever accepts is linked to the record by that. */
export default function InviteRecordDialog(props: InviteRecordDialogProps) {
  const t = useTranslations("students.account");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshAccounts();
  const form = useId();
  const { record, onLink, onClose } = props;
  const { kind, id, name } = record;
  const [email, setEmail] = useState(props.email);
  const { mutateAsync, isPending, error } = useMutation(trpc.recordAccount.invite.mutationOptions());
  const refusal = error ? errorText(error) : undefined;
  const isMember = errorData(error)?.domain?.key === "recordAccount.member";

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    try {
      const { outcome } = await mutateAsync({ kind, id, email });
      refresh();
      toast(t(outcome === "new" ? "inviteDone" : "inviteWaiting", { name, email: email.trim() }));
      onClose();
    } catch {
      // What the server said stands in the form.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || isPending || onClose()}
      dismissable={false}
      title={t("inviteTitle", { name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={isPending}>
            {t("inviteConfirm")}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        <p className="text-sm">{t(`inviteBody.${kind}`)}</p>
        <TextField
          type="email"
          label={t("email")}
          hint={props.email ? t("emailHint") : t("emailMissing")}
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={refusal?.field === "email" ? refusal.message : undefined}
          labelAside={
            isMember ? (
              <Button size="sm" variant="quiet" onPress={onLink}>
                {t("linkInstead")}
              </Button>
            ) : undefined
          }
        />
        {refusal && refusal.field !== "email" ? (
          <Callout tone="danger" role="alert">
            {refusal.message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
