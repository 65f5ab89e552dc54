"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Camera } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { FieldMessage } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { IMAGE_TYPES } from "@/domain/image-limits";
import { useTRPC } from "@/trpc/client";
import { squarePhoto } from "./square-photo";
import { useErrorWords } from "./use-error-words";

/** One's photo, chosen, replaced or taken away; each is kept at once. */
export function PhotoField({ name, photoUrl }: { name: string; photoUrl: string | null }) {
  const t = useTranslations("account.photo");
  const words = useErrorWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const shown = async () => {
    await queries.invalidateQueries(trpc.account.profile.pathFilter());
    // The frame of the page shows it too.
    router.refresh();
  };
  const set = useMutation(trpc.account.setPhoto.mutationOptions({ onSuccess: shown }));
  const remove = useMutation(trpc.account.removePhoto.mutationOptions({ onSuccess: shown }));
  const error = set.error ?? remove.error;

  async function choose(picture: Blob | undefined) {
    if (!picture) return;
    remove.reset();
    const saved = await set.mutateAsync({ content: await squarePhoto(picture) }).catch(() => undefined);
    if (saved) toast(t("saved"));
  }

  async function takeAway() {
    set.reset();
    // Kept here alone until the page is left: the server forgets it.
    const before = photoUrl ? await fetch(photoUrl).then((answer) => answer.blob()) : undefined;
    const done = await remove.mutateAsync().then(
      () => true,
      () => false,
    );
    if (done) toast(t("removed"), { label: t("undo"), onAction: () => void choose(before) });
  }

  return (
    <div className="flex items-center gap-4">
      <Avatar name={name} src={photoUrl} size="lg" className="size-16 text-lg" />
      <div className="grid min-w-0 gap-1.5">
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept={IMAGE_TYPES.join(",")}
            aria-label={t(photoUrl ? "replace" : "choose")}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button
            size="sm"
            icon={<Camera />}
            pending={set.isPending}
            aria-describedby={id}
            onPress={() => input.current?.click()}
          >
            {t(photoUrl ? "replace" : "choose")}
          </Button>
          {photoUrl ? (
            <Button
              size="sm"
              variant="quiet"
              pending={remove.isPending}
              aria-label={t("removeNamed")}
              onPress={() => void takeAway()}
            >
              {t("remove")}
            </Button>
          ) : null}
        </div>
        <div role={error ? "alert" : undefined}>
          <FieldMessage id={id} tone={error ? "error" : "hint"}>
            {error ? words.ofError(error).message : t("hint")}
          </FieldMessage>
        </div>
      </div>
    </div>
  );
}
