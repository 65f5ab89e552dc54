"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller, useFieldArray, useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldPair, Form } from "@/components/ui/form";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { evenTerms, usualDays, yearNameOf } from "@/domain/academic-year";
import { MAX_TERMS } from "@/domain/academics-list";

export interface YearValues {
  name: string;
  startsOn: string;
  endsOn: string;
  terms: { id?: string; name: string; startsOn: string; endsOn: string }[];
  isCurrent: boolean;
}

export interface YearFormProps {
  formId: string;
  initial: YearValues;
  refusal: ErrorText | undefined;
  attempt: number;
  /** Asks whether it becomes the current year. */
  asksCurrent: boolean;
  onSubmit: (values: YearValues) => Promise<void>;
}

/** Name and days of a school year, and its terms in order. */
export function YearForm({ formId, initial, refusal, attempt, asksCurrent, onSubmit }: YearFormProps) {
  const t = useTranslations("academics.year");
  const words = useErrorWords();
  const { register, control, handleSubmit, formState, getValues, setValue } = useForm<YearValues>({
    resolver: lazyResolver(() => import("@/domain/academics").then((schemas) => schemas.yearFormSchema)),
    mode: "onTouched",
    defaultValues: initial,
  });
  const { fields, append, remove } = useFieldArray({ control, name: "terms", keyName: "key" });
  const { errors, submitCount } = formState;
  const nameRefused = refusal?.field === "name" ? refusal.message : undefined;

  /** A name that tells its days fills those that nobody has written. */
  function fillDays() {
    const name = yearNameOf(getValues("name"));
    const days = name && usualDays(name);
    if (!days || getValues("startsOn") || getValues("endsOn")) return;
    setValue("startsOn", days.startsOn);
    setValue("endsOn", days.endsOn);
    share();
  }

  function share() {
    const days = { startsOn: getValues("startsOn"), endsOn: getValues("endsOn") };
    if (!days.startsOn || !days.endsOn || days.endsOn <= days.startsOn) return;
    evenTerms(days, fields.length).forEach((term, index) => {
      setValue(`terms.${index}.startsOn`, term.startsOn, { shouldDirty: true });
      setValue(`terms.${index}.endsOn`, term.endsOn, { shouldDirty: true });
    });
  }

  return (
    <Form
      id={formId}
      narrow={false}
      attempt={submitCount + attempt}
      error={refusal && !nameRefused ? refusal.message : undefined}
      errorCount={Object.keys(errors).length + (nameRefused ? 1 : 0)}
      onSubmit={handleSubmit(onSubmit)}
    >
      <TextField
        {...register("name", { onBlur: fillDays })}
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
        error={words.ofField(errors.name) ?? nameRefused}
      />
      <FieldPair>
        {(["startsOn", "endsOn"] as const).map((name) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <DateField {...field} label={t(name)} error={words.ofField(errors[name])} />
            )}
          />
        ))}
      </FieldPair>
      <fieldset className="grid gap-4">
        <legend className="mb-1 text-sm font-medium text-ink">{t("terms")}</legend>
        {fields.map(({ key }, index) => {
          const problems = errors.terms?.[index];
          return (
            <div
              key={key}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 border-t border-line pt-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
            >
              <TextField
                {...register(`terms.${index}.name`)}
                label={t("termLabel", { position: index + 1 })}
                autoComplete="off"
                error={words.ofField(problems?.name)}
              />
              <IconButton
                label={t("removeTerm", { position: index + 1 })}
                icon={<X />}
                className="mt-6 sm:order-last"
                onPress={() => remove(index)}
              />
              {(["startsOn", "endsOn"] as const).map((name) => (
                <Controller
                  key={name}
                  control={control}
                  name={`terms.${index}.${name}`}
                  render={({ field }) => (
                    <DateField
                      {...field}
                      className="max-sm:col-span-2"
                      label={t(name)}
                      error={words.ofField(problems?.[name])}
                    />
                  )}
                />
              ))}
            </div>
          );
        })}
        <div className="flex flex-wrap gap-2">
          {fields.length < MAX_TERMS ? (
            <Button
              size="sm"
              icon={<Plus />}
              onPress={() =>
                append({ name: t("termName", { position: fields.length + 1 }), startsOn: "", endsOn: "" })
              }
            >
              {t("addTerm")}
            </Button>
          ) : null}
          {fields.length > 0 ? (
            <Button size="sm" variant="quiet" onPress={share}>
              {t("share")}
            </Button>
          ) : null}
        </div>
      </fieldset>
      {asksCurrent ? <Checkbox {...register("isCurrent")}>{t("makeCurrent")}</Checkbox> : null}
    </Form>
  );
}
