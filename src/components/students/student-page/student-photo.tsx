"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Camera, ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { squarePhoto } from "@/components/account/square-photo";
import { useErrorText } from "@/components/error-text";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { IMAGE_TYPES } from "@/domain/image-limits";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import type { StudentDetail } from "../types";

/** The student's face, and how it is chosen, replaced or taken away; each is kept at once, with a way back. */
export function StudentPhoto({ student }: { student: StudentDetail }) {
  const t = useTranslations("students.photo");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const { id, photoUrl } = student;
  const name = fullName(student);
  const shown = {
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(trpc.student.pathFilter()),
        queries.invalidateQueries(trpc.guardian.pathFilter()),
      ]),
  };
  const set = useMutation(trpc.student.setPhoto.mutationOptions(shown));
  const remove = useMutation(trpc.student.removePhoto.mutationOptions(shown));

  /** The picture that is shown now: kept here alone until the page is left, since the server forgets it. */
  async function present(): Promise<Blob | null> {
    if (!photoUrl) return null;
    const answer = await fetch(photoUrl);
    return answer.ok ? answer.blob() : null;
  }

  async function show(picture: Blob | null) {
    if (picture) await set.mutateAsync({ id, content: await squarePhoto(picture) });
    else await remove.mutateAsync({ id });
  }

  async function change(picture: Blob | null) {
    try {
      const before = await present();
      await show(picture);
      toast(t(picture ? "saved" : "removed", { name }), {
        label: t("undo"),
        onAction: () => void show(before).catch(fail),
      });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown) {
    toast(errorText(error).message);
  }

  return (
    <span className="relative inline-block">
      <Avatar name={name} src={photoUrl} size="lg" className="size-16 text-lg" />
      <input
        ref={input}
        type="file"
        accept={IMAGE_TYPES.join(",")}
        aria-label={t("file", { name })}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void change(file);
          event.target.value = "";
        }}
      />
      <span className="-right-1.5 -bottom-1.5 absolute rounded-full bg-surface print:hidden">
        {photoUrl ? (
          <Menu
            label={t("change", { name })}
            trigger={<IconButton variant="default" label={t("change", { name })} icon={<Camera />} />}
          >
            <MenuItem icon={<ImagePlus />} onAction={() => input.current?.click()}>
              {t("replace")}
            </MenuItem>
            <MenuItem danger icon={<Trash2 />} onAction={() => void change(null)}>
              {t("remove")}
            </MenuItem>
          </Menu>
        ) : (
          <IconButton
            variant="default"
            label={t("add", { name })}
            icon={<Camera />}
            onPress={() => input.current?.click()}
          />
        )}
      </span>
    </span>
  );
}
