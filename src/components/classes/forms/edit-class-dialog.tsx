"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import type { ClassDetail } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";
import { ClassConflict, type Conflict } from "./class-conflict";
import { asInput, type ClassFields, changedFields, fieldsOf, pickFields } from "./class-fields";
import { ClassForm } from "./class-form";
import { type ClassFormValues, NEW_CLASS } from "./class-form-values";

export interface EditClassDialogProps {
  detail: ClassDetail;
  onClose: () => void;
}

/** Changes a class; where somebody else has saved meanwhile, both versions are shown to choose from. */
export default function EditClassDialog({ detail, onClose }: EditClassDialogProps) {
  const t = useTranslations("classes.edit");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const form = useId();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = useRefreshClasses();
  const update = useMutation(trpc.class.update.mutationOptions());
  // What the form was opened with: what others save meanwhile does not move under the fingers.
  const [initial] = useState<ClassFormValues>({ ...NEW_CLASS, ...fieldsOf(detail) });
  const [refusal, setRefusal] = useState<ErrorText>();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  async function save(values: ClassFields, base: ClassFields) {
    const fields = changedFields(values, base);
    setRefusal(undefined);
    try {
      if (fields.length > 0)
        await update.mutateAsync({
          id: detail.id,
          ...asInput(pickFields(values, fields)),
          base: asInput(pickFields(base, fields)),
        });
      toast(t("saved", { name: values.name }));
      void refresh();
      onClose();
    } catch (error) {
      if (errorData(error)?.domain?.key === "class.stale") await compare(values, base);
      else setRefusal(errorText(error));
    }
  }

  async function compare(values: ClassFields, base: ClassFields) {
    const input = { id: detail.id };
    const [found, history] = await Promise.all([
      queries.fetchQuery({ ...trpc.class.get.queryOptions(input), staleTime: 0 }),
      queries.fetchQuery({ ...trpc.class.history.queryOptions(input), staleTime: 0 }),
    ]);
    const theirs = fieldsOf(found);
    const last = history.rows.find(({ action }) => action === "class.updated");
    const yours = { ...theirs, ...pickFields(values, changedFields(values, base)) };
    setConflict({
      theirs,
      yours,
      fields: changedFields(yours, theirs).filter((field) => theirs[field] !== base[field]),
      by: last ? { name: last.actorName, at: last.createdAt } : null,
      now: found,
    });
  }

  return (
    <Dialog
      open
      size={conflict ? "lg" : "md"}
      onOpenChange={(open) => open || update.isPending || onClose()}
      dismissable={false}
      title={t(conflict ? "conflictTitle" : "title", { name: initial.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={update.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={update.isPending}>
            {t(conflict ? "saveChosen" : "save")}
          </Button>
        </>
      }
    >
      {conflict ? (
        <ClassConflict
          formId={form}
          conflict={conflict}
          refusal={refusal}
          onChoose={(chosen) => save(chosen, conflict.theirs)}
        />
      ) : (
        <ClassForm
          formId={form}
          initial={initial}
          detail={detail}
          refusal={refusal}
          onSubmit={(values) => save(values, initial)}
        />
      )}
    </Dialog>
  );
}
