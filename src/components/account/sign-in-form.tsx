"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { keepOnDevice } from "@/components/shell/use-preferences";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useTRPCClient } from "@/trpc/client";
import { signIn } from "./auth-client";
import { useErrorWords } from "./use-error-words";

/** E-mail and password; goes to `returnTo`, a path of our own, when they are right. */
export function SignInForm({ returnTo, email = "" }: { returnTo: string; email?: string }) {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const api = useTRPCClient();
  const [refusal, setRefusal] = useState<string>();
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.signInFormInput)),
    mode: "onTouched",
    defaultValues: { email, password: "", keepSignedIn: false },
  });
  const { errors, isSubmitting, isSubmitSuccessful, submitCount } = formState;

  const submit = handleSubmit(async ({ email, password, keepSignedIn }) => {
    setRefusal(undefined);
    const answer = await signIn({ email, password, keepSignedIn }).catch(() => undefined);
    if (!answer?.ok) {
      setRefusal(words.ofSignIn(answer?.refusal));
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
