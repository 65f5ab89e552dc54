"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { appLocale } from "@/i18n/locale";
import { useTRPC } from "@/trpc/client";
import { MailSent } from "./mail-sent";
import { useErrorWords } from "./use-error-words";

/** Asks for an account; what comes of it is told by e-mail alone. */
export function RegisterForm() {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const locale = appLocale(useLocale());
  const trpc = useTRPC();
  const ask = useMutation(trpc.account.register.mutationOptions());
  const [sentTo, setSentTo] = useState<string>();
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.signUpInput)),
    mode: "onTouched",
    defaultValues: { name: "", email: "", password: "", locale },
  });
  const { errors, submitCount } = formState;

  const submit = handleSubmit(async (input) => {
    // A refusal stays in the mutation; the form shows it and keeps what was typed.
    await ask.mutateAsync({ ...input, locale }).then(
      () => setSentTo(input.email),
      () => undefined,
    );
  });

  if (sentTo)
    return (
      <MailSent title={t("register.sentTitle")} again={() => setSentTo(undefined)}>
        {t("register.sentBody", { email: sentTo })}
      </MailSent>
    );
  return (
    <Form
      onSubmit={submit}
      error={ask.error ? words.ofError(ask.error).message : undefined}
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
        {...register("email")}
        type="email"
        label={t("email")}
        autoComplete="username"
        error={words.ofField(errors.email)}
      />
      <PasswordField
        {...register("password")}
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={words.ofField(errors.password)}
      />
      <Button type="submit" variant="primary" block pending={ask.isPending}>
        {t("register.submit")}
      </Button>
    </Form>
  );
}
