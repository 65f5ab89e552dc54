"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { fileToBase64 } from "@/components/file-to-base64";
import { Button } from "@/components/ui/button";
import { Crest } from "@/components/ui/crest";
import { FileDrop } from "@/components/ui/file-drop";
import { toast } from "@/components/ui/toast";
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from "@/domain/image-limits";
import { useTRPC } from "@/trpc/client";
import { useSettings } from "./use-settings";

type Previous = { previous: string | null };

/** The school's logo: put in place and taken away at once, and taken back for a moment. */
export function LogoField() {
  const t = useTranslations("settings");
  const tError = useTranslations("errors.image");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const id = useId();
  const { school, refresh } = useSettings();
  const set = useMutation(trpc.organization.setLogo.mutationOptions());
  const remove = useMutation(trpc.organization.removeLogo.mutationOptions());
  const restore = useMutation(trpc.organization.restoreLogo.mutationOptions());
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<string>();
  const busy = set.isPending || remove.isPending || restore.isPending;

  async function perform(act: () => Promise<Previous>, told: string, undoable = true) {
    setFailure(undefined);
    try {
      const { previous } = await act();
      const undo = () => perform(() => putBack(previous), t("undone"), false);
      toast(told, undoable ? { label: t("undo"), onAction: () => void undo() } : undefined);
    } catch (error) {
      setFailure(errorText(error).message);
    }
    await refresh();
  }

  const putBack = (previous: string | null) =>
    previous === null ? remove.mutateAsync() : restore.mutateAsync({ id: previous });

  async function take(file: File) {
    setName(file.name);
    if (file.size > MAX_IMAGE_BYTES) return setFailure(tError("tooLarge"));
    const content = await fileToBase64(file);
    await perform(() => set.mutateAsync({ content }), t("logo.changed"));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend into the field
    <div role="group" aria-labelledby={id} className="grid gap-1">
      <span id={id} className="text-sm font-medium">
        {t("logo.label")}
      </span>
      <FileDrop
        lead={
          school.logoUrl ? (
            // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
            <img src={school.logoUrl} alt={t("logo.alt")} className="size-12 flex-none object-contain" />
          ) : (
            <Crest name={school.fields.name} />
          )
        }
        label={
          <>
            <span role="status" className="block font-medium text-ink">
              {set.isPending ? t("logo.drawing", { name }) : t(school.logoUrl ? "logo.there" : "logo.none")}
            </span>
            <span className="text-xs text-ink-3">{t("logo.formats")}</span>
          </>
        }
        chooseLabel={t(school.logoUrl ? "logo.replace" : "logo.choose")}
        accept={IMAGE_TYPES.join(",")}
        onFile={(file) => void take(file)}
        disabled={busy}
        error={failure}
        actions={
          school.logoUrl ? (
            <Button
              size="sm"
              variant="quiet"
              disabled={busy}
              onPress={() => void perform(() => remove.mutateAsync(), t("logo.removed"))}
            >
              {t("logo.remove")}
            </Button>
          ) : null
        }
      />
    </div>
  );
}
