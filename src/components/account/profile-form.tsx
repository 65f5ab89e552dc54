"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useErrorWords } from "./use-error-words";
import type { ProfileFormState } from "./use-profile-form";

/** Name and telephone, edited in place; the buttons stand in the page's head. */
export function ProfileForm({ id, state }: { id: string; state: ProfileFormState }) {
  const t = useTranslations("account.profile");
  const words = useErrorWords();
  const { register, formState } = state.form;
  const { errors, submitCount } = formState;
  return (
    <Form
      id={id}
      onSubmit={state.save}
      error={state.error ? words.ofError(state.error).message : undefined}
      errorCount={submitCount > 0 ? Object.keys(errors).length : 0}
      attempt={submitCount}
    >
      <TextField
        {...register("name")}
        label={t("name")}
        autoComplete="name"
        error={words.ofField(errors.name)}
      />
      <TextField
        {...register("phone")}
        type="tel"
        label={t("phone")}
        optional
        autoComplete="tel"
        hint={t("phoneHint")}
        error={words.ofField(errors.phone)}
      />
    </Form>
  );
}
