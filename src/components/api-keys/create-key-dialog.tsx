"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { FieldMessage } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { API_KEY_DAYS, API_KEY_PERMISSIONS, type ApiKeyPermission } from "@/domain/api-key-list";
import { useTRPC } from "@/trpc/client";
import { MadeKey } from "./made-key";
import { usePermissionWords } from "./use-permission-words";

/** What a new key may do and for how long; then the key itself, this once. */
export function CreateKeyDialog({ onMade, onClose }: { onMade: () => unknown; onClose: () => void }) {
  const t = useTranslations("apiKeys");
  const tUi = useTranslations("ui");
  const tErrors = useTranslations("errors.apiKey");
  const words = usePermissionWords();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const make = useMutation(trpc.apiKey.create.mutationOptions({ onSuccess: onMade }));
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly ApiKeyPermission[]>(["organization:read"]);
  const [days, setDays] = useState<number>(API_KEY_DAYS[1]);
  const [tried, setTried] = useState(false);
  const permissionsId = useId();

  if (make.data)
    return <MadeKey name={make.variables.name.trim()} secret={make.data.key} onClose={onClose} />;

  const refusal = make.error ? errorText(make.error) : undefined;
  const nameError = tried && name.trim() === "" ? tErrors("nameEmpty") : undefined;
  const noneChosen = tried && chosen.length === 0;

  function submit() {
    setTried(true);
    if (name.trim() !== "" && chosen.length > 0) make.mutate({ name, permissions: [...chosen], days });
  }

  return (
    <Dialog
      open
      dismissable={false}
      onOpenChange={(open) => open || make.isPending || onClose()}
      title={t("dialog")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={make.isPending}>
            {tUi("cancel")}
          </Button>
          <Button variant="primary" pending={make.isPending} onPress={submit}>
            {t("create")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        error={nameError ?? (refusal?.field === "name" ? refusal.message : undefined)}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset className="grid gap-1" aria-describedby={noneChosen ? permissionsId : undefined}>
        <legend className="mb-1 text-sm font-medium">{t("permissionsLabel")}</legend>
        {API_KEY_PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            checked={chosen.includes(permission)}
            onChange={({ target }) =>
              setChosen(
                API_KEY_PERMISSIONS.filter((each) =>
                  each === permission ? target.checked : chosen.includes(each),
                ),
              )
            }
          >
            {words(permission)}
          </Checkbox>
        ))}
        {noneChosen ? (
          <FieldMessage id={permissionsId} tone="error">
            {tErrors("permissionsNone")}
          </FieldMessage>
        ) : null}
      </fieldset>
      <Select
        label={t("days")}
        hint={t("acts")}
        value={String(days)}
        options={API_KEY_DAYS.map((each) => ({
          value: String(each),
          label: t("daysOption", { days: each }),
        }))}
        onChange={({ target }) => setDays(Number(target.value))}
      />
      {refusal && refusal.field !== "name" ? (
        <Callout tone="danger" role="alert">
          {refusal.message}
        </Callout>
      ) : null}
    </Dialog>
  );
}
