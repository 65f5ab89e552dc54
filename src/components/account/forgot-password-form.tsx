"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useTRPC } from "@/trpc/client";
import { MailSent } from "./mail-sent";
import { useErrorWords } from "./use-error-words";

/** Asks for a link to choose a new password. */
export function ForgotPasswordForm() {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const trpc = useTRPC();
  const ask = useMutation(trpc.account.requestPasswordReset.mutationOptions());
  const [sentTo, setSentTo] = useState<string>();
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.requestResetInput)),
    mode: "onTouched",
    defaultValues: { email: "" },
  });
  const { errors, submitCount } = formState;

  const submit = handleSubmit(async (input) => {
    await ask.mutateAsync(input).then(
      () => setSentTo(input.email),
      () => undefined,
    );
  });

  if (sentTo)
    return (
      <MailSent title={t("forgot.sentTitle")} again={() => setSentTo(undefined)}>
        {t("forgot.sentBody", { email: sentTo })}
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
        {...register("email")}
        type="email"
        label={t("email")}
        autoComplete="username"
        error={words.ofField(errors.email)}
      />
      <Button type="submit" variant="primary" block pending={ask.isPending}>
        {t("forgot.submit")}
      </Button>
    </Form>
  );
}
