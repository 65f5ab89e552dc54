"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import type { Family, FamilyGuardian } from "../types";
import { useRefreshFamilies } from "./use-family";

export interface FamilyActions {
  makePrimary: (guardian: FamilyGuardian) => void;
  askRemoval: (guardian: FamilyGuardian) => void;
  removeAuthorized: (person: Family["authorized"][number]) => void;
  dialogs: ReactNode;
}

/** Small changes of a student's family, each said with a way back where there is one. */
export function useFamilyActions(studentId: string): FamilyActions {
  const t = useTranslations("students.family");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshFamilies();
  const primary = useMutation(trpc.guardian.setPrimaryContact.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.guardian.remove.mutationOptions()).mutateAsync;
  const add = useMutation(trpc.guardian.add.mutationOptions()).mutateAsync;
  const save = useMutation(trpc.guardian.saveAuthorized.mutationOptions()).mutateAsync;
  const removePerson = useMutation(trpc.guardian.removeAuthorized.mutationOptions()).mutateAsync;
  const [asked, setAsked] = useState<FamilyGuardian | null>(null);

  /** Does it, says so, and offers the way back. */
  async function run(act: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>) {
    try {
      await act();
      const back = undo && { label: t("undo"), onAction: () => void run(undo, t("undone")) };
      toast(done, back);
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      refresh();
    }
  }

  return {
    makePrimary: (guardian) =>
      void run(() => primary({ linkId: guardian.linkId }), t("primaryDone", { name: fullName(guardian) })),
    askRemoval: setAsked,
    removeAuthorized: ({ id, place, firstNames, lastNames, relationship, phones }) =>
      void run(
        () => removePerson({ id }),
        t("authorizedRemoved", { name: fullName({ firstNames, lastNames }) }),
        () => save({ studentId, place, firstNames, lastNames, relationship, ...phones, base: null }),
      ),
    dialogs: asked ? (
      <ConfirmDialog
        open
        onOpenChange={(open) => open || setAsked(null)}
        title={t("removalTitle", { name: fullName(asked) })}
        confirmLabel={t("removalConfirm")}
        onConfirm={async () => {
          await remove({ linkId: asked.linkId });
          refresh();
          toast(t("removed", { name: fullName(asked) }), {
            label: t("undo"),
            onAction: () => void run(() => add(tieOf(asked, studentId)), t("undone")),
          });
        }}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("removalBody")}</p>
        {asked.isPrimaryContact ? <p>{t("removalContact")}</p> : null}
        {Object.keys(asked.declared).length > 0 ? <p>{t("removalDeclared")}</p> : null}
      </ConfirmDialog>
    ) : null,
  };
}

/** The tie as it was; what only the child's form said went with it. */
function tieOf({ id, type, relationship, mayPickUp, isPrimaryContact }: FamilyGuardian, studentId: string) {
  return { studentId, guardianId: id, type, relationship, mayPickUp, isPrimaryContact };
}
