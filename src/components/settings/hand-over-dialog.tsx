"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { PickItem, PickSearch } from "@/components/ui/use-options";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { useSettings } from "./use-settings";

const FOUND = 8;

/** Who administers the school from now on, and what becomes of whoever hands it over. */
export function HandOverDialog(props: { school: string; userId: string; onClose: () => void }) {
  const { school, userId, onClose } = props;
  const t = useTranslations("settings.danger.handOver");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { refresh } = useSettings();
  const give = useMutation(trpc.organization.handOver.mutationOptions());
  const [heir, setHeir] = useState<PickItem | null>(null);
  const [then, setThen] = useState<"stay" | "step">("stay");
  const [confirm, setConfirm] = useState("");
  const [tried, setTried] = useState(false);

  const search: PickSearch = async (text, signal) => {
    const input = { search: text, statuses: ["active" as const], limit: FOUND };
    const { rows } = await client.user.list.query(input, { signal });
    return rows
      .filter(({ id }) => id !== userId)
      .map(({ id, name, email }) => ({ id, label: name, detail: email }));
  };

  async function handOver() {
    setTried(true);
    if (!heir) return;
    const done = await give.mutateAsync({ userId: heir.id, stay: then === "stay", confirm }).then(
      () => true,
      () => false,
    );
    if (!done) return;
    if (then === "step") return window.location.assign("/");
    toast(t("done", { name: heir.label }));
    await refresh();
    onClose();
  }

  return (
    <Dialog
      open
      dismissable={false}
      onOpenChange={(open) => open || give.isPending || onClose()}
      title={t("dialog", { school })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={give.isPending}>
            {tUi("cancel")}
          </Button>
          <Button
            variant="danger"
            pending={give.isPending}
            disabled={confirm.trim() !== school}
            onPress={handOver}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <ComboBox
        label={t("person")}
        hint={t("personHint")}
        placeholder={t("placeholder")}
        error={tried && !heir ? t("personMissing") : undefined}
        items={[]}
        onSearch={search}
        value={heir?.id ?? null}
        chosen={heir ?? undefined}
        onChange={(_, item) => setHeir(item)}
      />
      <RadioGroup
        label={t("self")}
        value={then}
        onChange={setThen}
        options={[
          { value: "stay", label: t("stay"), hint: t("stayHint") },
          { value: "step", label: t("step"), hint: t("stepHint") },
        ]}
      />
      <TextField
        label={t("typed", { school })}
        value={confirm}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target: { value } }) => setConfirm(value)}
      />
      {give.error ? (
        <Callout tone="danger" role="alert">
          {errorText(give.error).message}
        </Callout>
      ) : null}
    </Dialog>
  );
}
