"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { useTRPC } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

/** A new password by the link of a message. */
export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const trpc = useTRPC();
  const reset = useMutation(trpc.account.resetPassword.mutationOptions());
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.resetPasswordInput)),
    mode: "onTouched",
    defaultValues: { token, password: "" },
  });
  const { errors, submitCount } = formState;
  const refusal = reset.error ? words.ofError(reset.error) : undefined;
  const submit = handleSubmit((input) => reset.mutateAsync(input).then(undefined, () => undefined));

  if (reset.isSuccess)
    return (
      <div className="grid gap-5">
        <Callout tone="success" role="status" title={t("reset.doneTitle")}>
          {t("reset.doneBody")}
        </Callout>
        <ButtonLink href="/sign-in" variant="primary" block>
          {t("signIn.submit")}
        </ButtonLink>
      </div>
    );
  return (
    <Form
      onSubmit={submit}
      error={refusal && !refusal.field ? refusal.message : undefined}
      errorCount={submitCount > 0 ? Object.keys(errors).length + (refusal?.field ? 1 : 0) : 0}
      attempt={submitCount}
    >
      <PasswordField
        {...register("password")}
        label={t("newPassword")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={words.ofField(errors.password) ?? (refusal?.field ? refusal.message : undefined)}
      />
      <Button type="submit" variant="primary" block pending={reset.isPending}>
        {t("reset.submit")}
      </Button>
      {refusal ? (
        <p className="text-sm text-ink-2">
          <Link href="/forgot-password">{t("reset.newLink")}</Link>
        </p>
      ) : null}
    </Form>
  );
}
