"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { lazyResolver } from "@/components/lazy-resolver";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { GRADE_LEVELS, type GradeLevel } from "@/domain/academics-list";
import { useTRPC } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import type { Grade } from "./types";
import { useSave } from "./use-save";

type Values = { name: string; level: GradeLevel };

/** A new grade above the others, or another name and level of one. */
export function GradeDialog({ grade, onClose }: { grade: Grade | null; onClose: () => void }) {
  const t = useTranslations("academics.grade");
  const words = useErrorWords();
  const trpc = useTRPC();
  const form = useId();
  const create = useMutation(trpc.grade.create.mutationOptions()).mutateAsync;
  const update = useMutation(trpc.grade.update.mutationOptions()).mutateAsync;
  const { save, of, refusal, attempt, pending } = useSave(onClose);
  const { register, handleSubmit, formState } = useForm<Values>({
    resolver: lazyResolver(() => import("@/domain/academics").then((schemas) => schemas.createGradeInput)),
    mode: "onTouched",
    defaultValues: { name: grade?.name ?? "", level: grade?.level ?? "primary" },
  });
  const { errors, submitCount } = formState;
  return (
    <FormDialog
      title={t(grade ? "edit" : "new", { name: grade?.name ?? "" })}
      submit={t(grade ? "save" : "create")}
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
            async () => void (await (grade ? update({ id: grade.id, ...values }) : create(values))),
            () => t("saved", { name: values.name }),
          ),
        )}
      >
        <TextField
          {...register("name")}
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="off"
          error={words.ofField(errors.name) ?? of("name")}
        />
        <Select
          {...register("level")}
          label={t("level")}
          options={GRADE_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
      </Form>
    </FormDialog>
  );
}
