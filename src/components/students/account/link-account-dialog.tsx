"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import type { PickItem } from "@/components/ui/use-options";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type AccountRecord, useAccountActions } from "./use-account-actions";

/** Chooses whose account the record's is, among members of the school who fit and are linked to no other. */
export default function LinkAccountDialog(props: { record: AccountRecord; onClose: () => void }) {
  const t = useTranslations("students.account");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const errorText = useErrorText();
  const form = useId();
  const { record, onClose } = props;
  const { kind, id, name } = record;
  const actions = useAccountActions(record);
  const [userId, setUserId] = useState<string | null>(null);
  const { data: likely } = useQuery(trpc.recordAccount.find.queryOptions({ kind, id }));
  const asItem = (user: { id: string; name: string; email: string }): PickItem => ({
    ...{ id: user.id, label: user.name, detail: user.email },
  });

  async function search(words: string, signal: AbortSignal): Promise<PickItem[]> {
    return (await client.recordAccount.find.query({ kind, id, search: words }, { signal })).map(asItem);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (userId === null || actions.linking) return;
    try {
      await actions.link(userId);
      onClose();
    } catch {
      // What the server said stands at the field.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || actions.linking || onClose()}
      dismissable={false}
      title={t("linkTitle", { name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={actions.linking}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={actions.linking} disabled={!userId}>
            {t("link")}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        <p className="text-sm">{t(`linkBody.${kind}`)}</p>
        <ComboBox
          label={t("person")}
          placeholder={t("personPlaceholder")}
          hint={t(`personHint.${kind}`)}
          items={(likely ?? []).map(asItem)}
          onSearch={search}
          value={userId}
          onChange={setUserId}
          error={actions.linkError ? errorText(actions.linkError).message : undefined}
        />
      </form>
    </Dialog>
  );
}
