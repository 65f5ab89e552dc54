"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { keepOnDevice } from "@/components/shell/use-preferences";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signInInput } from "@/domain/account";
import { useTRPCClient } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

const schema = signInInput.extend({ keepSignedIn: z.boolean() });

/** E-mail and password; goes to `returnTo`, a path of our own, when they are right. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const api = useTRPCClient();
  const [refusal, setRefusal] = useState<string>();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    mode: "onTouched",
    defaultValues: { email: "", password: "", keepSignedIn: false },
  });
  const { errors, isSubmitting, isSubmitSuccessful, submitCount } = formState;

  const submit = handleSubmit(async ({ email, password, keepSignedIn }) => {
    setRefusal(undefined);
    const answer = await signIn("credentials", {
      redirect: false,
      email,
      password,
      keepSignedIn: String(keepSignedIn),
    }).catch(() => undefined);
    if (!answer?.ok) {
      setRefusal(words.ofSignIn(answer?.error ?? undefined));
      return;
    }
    const kept = await api.account.preferences.query().catch(() => ({}));
    keepOnDevice(kept);
    // A whole new page: nothing of the visitor's stays in any cache.
    window.location.assign(returnTo);
  });

  return (
    <Form
      onSubmit={submit}
      error={refusal}
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
      <PasswordField
        {...register("password")}
        label={t("password")}
        labelAside={<Link href="/forgot-password">{t("signIn.forgot")}</Link>}
        error={words.ofField(errors.password)}
      />
      <Checkbox {...register("keepSignedIn")}>{t("signIn.keep")}</Checkbox>
      <Button
        type="submit"
        variant="primary"
        block
        pending={isSubmitting || (isSubmitSuccessful && !refusal)}
      >
        {t("signIn.submit")}
      </Button>
    </Form>
  );
}
