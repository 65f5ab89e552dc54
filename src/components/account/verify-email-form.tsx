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

/** Confirms an address with the password of the registration; programs that open every link use nothing up. */
export function VerifyEmailForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const trpc = useTRPC();
  const verify = useMutation(trpc.account.verifyEmail.mutationOptions());
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.verifyEmailInput)),
    mode: "onTouched",
    defaultValues: { token, password: "" },
  });
  const { errors, submitCount } = formState;

  if (verify.isSuccess)
    return (
      <div className="grid gap-5">
        <Callout tone="success" role="status" title={t("verify.doneTitle")}>
          {t("verify.doneBody", { email: verify.data.email })}
        </Callout>
        <ButtonLink href="/sign-in" variant="primary" block>
          {t("signIn.submit")}
        </ButtonLink>
      </div>
    );
  const refusal = verify.error ? words.ofError(verify.error) : undefined;
  const aboutPassword = refusal?.field === "password";
  return (
    <Form
      onSubmit={handleSubmit((input) => verify.mutate(input))}
      error={aboutPassword ? undefined : refusal?.message}
      errorCount={submitCount > 0 ? Object.keys(errors).length : 0}
      attempt={submitCount}
    >
      <PasswordField
        {...register("password")}
        label={t("password")}
        autoComplete="current-password"
        error={words.ofField(errors.password) ?? (aboutPassword ? refusal?.message : undefined)}
      />
      <Button type="submit" variant="primary" block pending={verify.isPending}>
        {t("verify.submit")}
      </Button>
      {verify.error && !aboutPassword ? (
        <p className="flex flex-wrap gap-x-4 text-sm">
          <Link href="/register">{t("verify.again")}</Link>
          <Link href="/sign-in">{t("backToSignIn")}</Link>
        </p>
      ) : null}
    </Form>
  );
}
