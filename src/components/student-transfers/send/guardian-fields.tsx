"use client";

import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { FieldPair } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { LOCALES } from "@/domain/locale";
import type { Prepared } from "../types";
import type { SendFormValues } from "./send-form-values";

export interface GuardianFieldsProps {
  form: UseFormReturn<SendFormValues>;
  guardians: Prepared["guardians"];
  error: string | undefined;
}

/** Who must agree: a guardian of the record whom mail reaches, or somebody else; and in which language. */
export function GuardianFields({ form, guardians, error }: GuardianFieldsProps) {
  const t = useTranslations("studentTransfers.send");
  const tRelationship = useTranslations("students.relationships");
  const tLocale = useTranslations("auditLog.values.locale");
  const words = useErrorWords();
  const { control, register, formState } = form;
  const { errors } = formState;
  const isOther = useWatch({ control, name: "guardianId" }) === "";
  return (
    <>
      <Controller
        control={control}
        name="guardianId"
        render={({ field }) => (
          <RadioGroup
            label={t("guardian")}
            hint={t("guardianHint")}
            error={error}
            value={field.value}
            onChange={field.onChange}
            options={[
              ...guardians.map(({ id, name, relationship, email }) => ({
                value: id,
                label: `${name} · ${tRelationship(relationship)}`,
                hint: email === "" ? t("noEmail") : email,
                disabled: email === "",
              })),
              { value: "", label: t("otherGuardian") },
            ]}
          />
        )}
      />
      {isOther ? (
        <FieldPair>
          <TextField
            {...register("name")}
            label={t("guardianName")}
            autoComplete="off"
            error={words.ofField(errors.name)}
          />
          <TextField
            {...register("email")}
            label={t("guardianEmail")}
            type="email"
            autoComplete="off"
            error={words.ofField(errors.email)}
          />
        </FieldPair>
      ) : null}
      <Select
        {...register("locale")}
        label={t("locale")}
        options={LOCALES.map((locale) => ({ value: locale, label: tLocale(locale) }))}
      />
    </>
  );
}
