"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import type { Accepting } from "./use-accept";

export interface AcceptFormProps {
  email: string;
  name: string;
  /** Whether the address has an account: then its password is asked for, and nothing else. */
  hasAccount: boolean;
  refusal: ErrorText | undefined;
  pending: boolean;
  onSubmit: (given: Accepting) => Promise<void>;
}

/** Name and password of somebody new, or the password of somebody known. */
export function AcceptForm({ email, name, hasAccount, refusal, pending, onSubmit }: AcceptFormProps) {
  const t = useTranslations("invitations.accept");
  const words = useErrorWords();
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() =>
      import("./accept-schemas").then(({ knownSchema, newSchema }) =>
        hasAccount ? knownSchema : newSchema(email),
      ),
    ),
    mode: "onTouched",
    defaultValues: { name, password: "" },
  });
  const { errors, submitCount } = formState;
  const refused = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  const general =
    refusal && refusal.field !== "name" && refusal.field !== "password" ? refusal.message : undefined;
  const submit = handleSubmit((given) => onSubmit(given));
  return (
    <Form onSubmit={submit} error={general} errorCount={Object.keys(errors).length} attempt={submitCount}>
      <p className="text-ink-2">
        <b className="[overflow-wrap:anywhere] text-ink">{t("for", { email })}</b>{" "}
        {hasAccount ? t("knownHint") : t("newHint")}
      </p>
      {/* Password managers keep an address with the password only where it is a field. */}
      <input
        type="email"
        value={email}
        readOnly
        autoComplete="username"
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      {hasAccount ? null : (
        <TextField
          {...register("name")}
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="name"
          error={words.ofField(errors.name) ?? refused("name")}
        />
      )}
      <PasswordField
        {...register("password")}
        label={hasAccount ? t("password") : t("newPassword")}
        labelAside={hasAccount ? <Link href="/forgot-password">{t("forgot")}</Link> : undefined}
        hint={hasAccount ? undefined : t("passwordHint")}
        autoComplete={hasAccount ? "current-password" : "new-password"}
        error={words.ofField(errors.password) ?? refused("password")}
      />
      <Button type="submit" variant="primary" block pending={pending}>
        {hasAccount ? t("submit") : t("submitNew")}
      </Button>
    </Form>
  );
}
