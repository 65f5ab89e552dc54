"use client";

import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { FieldPair, Form } from "@/components/ui/form";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { ORGANIZATION_PLANS } from "@/domain/roles";
import { slugify } from "@/lib/slugify";
import type { SchoolFormValues, SchoolTerms } from "./school-form-schema";
import { SlugInput } from "./slug-input";

export interface SchoolFormProps {
  /** Ties the form to the button that submits it, which stands elsewhere. */
  formId: string;
  initial: SchoolFormValues;
  /** People who are in the school already; undefined for a new one, which is asked for its slug too. */
  people?: number;
  refusal?: ErrorText;
  onSubmit: (terms: SchoolTerms) => Promise<void>;
}

/** Name, plan and limits of a school, as the platform sets them. */
export function SchoolForm({ formId, initial, people, refusal, onSubmit }: SchoolFormProps) {
  const t = useTranslations("schools.form");
  const tTier = useTranslations("tiers");
  const words = useErrorWords();
  const creating = people === undefined;
  const { register, control, handleSubmit, formState, watch, setValue, getFieldState } = useForm<
    SchoolFormValues,
    unknown,
    SchoolTerms
  >({
    resolver: lazyResolver(() =>
      import("./school-form-schema").then((schemas) =>
        creating ? schemas.newSchoolSchema : schemas.schoolTermsSchema,
      ),
    ),
    mode: "onTouched",
    defaultValues: initial,
  });
  const { errors, submitCount } = formState;
  const refused = (field: keyof SchoolFormValues) => (refusal?.field === field ? refusal.message : undefined);
  const known = refusal?.field !== undefined && refusal.field in initial;
  const seats = watch("maxUsers");
  return (
    <Form
      id={formId}
      narrow={false}
      onSubmit={handleSubmit(onSubmit)}
      error={refusal && !known ? refusal.message : undefined}
      errorCount={submitCount > 0 ? Object.keys(errors).length + (known ? 1 : 0) : 0}
      attempt={submitCount}
    >
      <TextField
        {...register("name", {
          onChange: ({ target }) => {
            // Until somebody writes an address of their own.
            if (creating && !getFieldState("slug").isDirty) setValue("slug", slugify(target.value));
          },
        })}
        label={t("name")}
        autoComplete="off"
        error={words.ofField(errors.name) ?? refused("name")}
      />
      {creating ? (
        <Controller
          control={control}
          name="slug"
          render={({ field }) => (
            <SlugInput {...field} error={words.ofField(errors.slug) ?? refused("slug")} />
          )}
        />
      ) : null}
      <FieldPair>
        <Select
          {...register("plan")}
          label={t("plan")}
          options={ORGANIZATION_PLANS.map((plan) => ({ value: plan, label: tTier(plan) }))}
          error={words.ofField(errors.plan)}
        />
        <Controller
          control={control}
          name="maxUsers"
          render={({ field }) => (
            <NumberField
              {...field}
              min={1}
              step={50}
              label={t("maxUsers")}
              unit={t("seats", { count: field.value ?? 0 })}
              hint={
                people !== undefined && seats !== null && seats < people ? t("fewer", { people }) : undefined
              }
              error={words.ofField(errors.maxUsers) ?? refused("maxUsers")}
            />
          )}
        />
      </FieldPair>
      <TextArea
        {...register("description")}
        optional
        rows={3}
        label={t("description")}
        hint={t("descriptionHint")}
        error={words.ofField(errors.description) ?? refused("description")}
      />
    </Form>
  );
}
