"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { SchoolDetail, SchoolPersonRow } from "../types";

export interface RemovePersonDialogProps {
  school: SchoolDetail;
  person: SchoolPersonRow;
  onClose: () => void;
}

/** Asks before somebody leaves the school by the platform's hand. */
export default function RemovePersonDialog({ school, person, onClose }: RemovePersonDialogProps) {
  const t = useTranslations("schoolPage.remove");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(trpc.platform.removeUser.mutationOptions());
  const { name, classNames } = person;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name, school: school.name })}
      confirmLabel={t("confirm")}
      onConfirm={async () => {
        await remove.mutateAsync({ organizationId: school.id, userId: person.id });
        toast(t("done", { name }));
        await queryClient.invalidateQueries(trpc.platform.pathFilter());
      }}
      errorMessage={(error) => errorText(error).message}
    >
      <p>{t("body", { count: classNames.length, classes: classNames.join(", ") })}</p>
      <p>{t("kept")}</p>
    </ConfirmDialog>
  );
}
