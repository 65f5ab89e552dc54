"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Controller, useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { useCoachSearch } from "@/components/classes/use-coach-search";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { Form } from "@/components/ui/form";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";
import { useTRPC } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import type { Grade, Section } from "./types";
import { useSave } from "./use-save";

export interface SectionDialogProps {
  section: Section;
  grade: Grade;
  onClose: () => void;
}

type Values = { name: string; capacity: number | null; guideUserId: string | null };

/** Name, seats and guide of a section; an empty one can go. */
export function SectionDialog({ section, grade, onClose }: SectionDialogProps) {
  const t = useTranslations("academics.section");
  const words = useErrorWords();
  const trpc = useTRPC();
  const form = useId();
  const coaches = useCoachSearch();
  const update = useMutation(trpc.section.update.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.section.remove.mutationOptions()).mutateAsync;
  const { save, of, refusal, attempt, pending } = useSave(onClose);
  const { id, name, capacity, guide, studentCount, classCount } = section;
  const { register, control, handleSubmit, formState } = useForm<Values>({
    resolver: lazyResolver(() => import("@/domain/academics").then((schemas) => schemas.sectionFormSchema)),
    mode: "onTouched",
    defaultValues: { name, capacity, guideUserId: guide?.id ?? null },
  });
  const { errors, submitCount } = formState;
  const title = `${grade.name} ${name}`;
  const isEmpty = studentCount === 0 && classCount === 0;
  const fields = ["name", "capacity", "guideUserId"] as const;
  return (
    <FormDialog
      title={t("title", { section: title })}
      submit={t("save")}
      formId={form}
      pending={pending}
      onClose={onClose}
      aside={
        isEmpty ? (
          <Button
            variant="danger-quiet"
            disabled={pending}
            onPress={() =>
              void save(
                () => remove({ ids: [id] }),
                ([result]) => t(result?.ok ? "removed" : "stays", { section: title }),
              )
            }
          >
            {t("remove")}
          </Button>
        ) : null
      }
    >
      <Form
        id={form}
        narrow={false}
        attempt={submitCount + attempt}
        error={refusal && !fields.some(of) ? refusal.message : undefined}
        errorCount={Object.keys(errors).length + fields.filter(of).length}
        onSubmit={handleSubmit((values) =>
          save(
            () => update({ id, ...values }),
            () => t("saved", { section: `${grade.name} ${values.name}` }),
          ),
        )}
      >
        <p className="text-sm text-ink-2">{t("holds", { students: studentCount, classes: classCount })}</p>
        <TextField
          {...register("name")}
          label={t("name")}
          autoComplete="off"
          error={words.ofField(errors.name) ?? of("name")}
        />
        <Controller
          control={control}
          name="capacity"
          render={({ field }) => (
            <NumberField
              {...field}
              optional
              min={1}
              label={t("capacity")}
              hint={t("capacityHint")}
              error={words.ofField(errors.capacity) ?? of("capacity")}
            />
          )}
        />
        <Controller
          control={control}
          name="guideUserId"
          render={({ field }) => (
            <ComboBox
              {...field}
              {...coaches}
              optional
              label={t("guide")}
              hint={t("guideHint")}
              placeholder={t("guidePlaceholder")}
              chosen={guide ? { id: guide.id, label: guide.name } : undefined}
              onChange={(chosen) => field.onChange(chosen)}
              error={words.ofField(errors.guideUserId) ?? of("guideUserId")}
            />
          )}
        />
      </Form>
    </FormDialog>
  );
}
