"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { lazyResolver } from "@/components/lazy-resolver";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useTRPC } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import type { Subject } from "./types";
import { useSave } from "./use-save";

/** A new subject, or another name and short form of one. */
export function SubjectDialog({ subject, onClose }: { subject: Subject | null; onClose: () => void }) {
  const t = useTranslations("academics.subject");
  const words = useErrorWords();
  const trpc = useTRPC();
  const form = useId();
  const create = useMutation(trpc.subject.create.mutationOptions()).mutateAsync;
  const update = useMutation(trpc.subject.update.mutationOptions()).mutateAsync;
  const { save, of, refusal, attempt, pending } = useSave(onClose);
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/academics").then((schemas) => schemas.subjectFormSchema)),
    mode: "onTouched",
    defaultValues: { name: subject?.name ?? "", code: subject?.code ?? "" },
  });
  const { errors, submitCount } = formState;
  return (
    <FormDialog
      title={t(subject ? "edit" : "new", { name: subject?.name ?? "" })}
      submit={t(subject ? "save" : "create")}
      formId={form}
      pending={pending}
      onClose={onClose}
    >
      <Form
        id={form}
        narrow={false}
        attempt={submitCount + attempt}
        error={refusal && !of("name") ? refusal.message : undefined}
        errorCount={Object.keys(errors).length + (of("name") ? 1 : 0)}
        onSubmit={handleSubmit((values) =>
          save(
            async () => void (await (subject ? update({ id: subject.id, ...values }) : create(values))),
            () => t("saved", { name: values.name }),
          ),
        )}
      >
        <TextField
          {...register("name")}
          label={t("name")}
          autoComplete="off"
          error={words.ofField(errors.name) ?? of("name")}
        />
        <TextField
          {...register("code")}
          optional
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="off"
          error={words.ofField(errors.code)}
        />
      </Form>
    </FormDialog>
  );
}
