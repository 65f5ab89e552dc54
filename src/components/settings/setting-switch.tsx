"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorText } from "@/components/error-text";
import { FieldMessage } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { useFieldWords } from "./use-field-words";
import { useSettings } from "./use-settings";

/** A setting of yes or no; it is saved at once, and can be taken back. */
export function SettingSwitch({ field }: { field: "branding.showOnSignIn" | "registration.isOpen" }) {
  const t = useTranslations("settings");
  const words = useFieldWords();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const id = useId();
  const { school, show, refresh } = useSettings();
  const save = useMutation(trpc.organization.update.mutationOptions());

  async function set(value: boolean, told: string, undo?: () => void) {
    show({ [field]: value });
    try {
      await save.mutateAsync({ settings: { [field]: value } });
      toast(told, undo && { label: t("undo"), onAction: undo });
    } catch {
      show({ [field]: !value });
    }
    await refresh();
  }

  return (
    <div className="grid gap-1">
      <Switch
        isOn={school.fields[field]}
        aria-describedby={id}
        onSwitch={(on) => set(on, t("done"), () => void set(!on, t("undone")))}
      >
        {words.label(field)}
      </Switch>
      <FieldMessage id={id} tone={save.error ? "error" : "hint"}>
        {save.error ? errorText(save.error).message : words.hint(field)}
      </FieldMessage>
    </div>
  );
}
