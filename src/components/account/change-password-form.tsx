"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

/** A new password for who knows the present one. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const words = useErrorWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.changePasswordInput)),
    mode: "onTouched",
    defaultValues: { currentPassword: "", newPassword: "" },
  });
  const { errors, submitCount } = formState;
  const refusal = change.error ? words.ofError(change.error) : undefined;
  const refused = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  const submit = handleSubmit((input) =>
    change.mutateAsync(input).then(
      async ({ ended }) => {
        reset();
        toast(t("password.done", { ended }));
        await queries.invalidateQueries(trpc.session.list.pathFilter());
      },
      () => undefined,
    ),
  );

  return (
    <Form
      onSubmit={submit}
      error={refusal && !refusal.field ? refusal.message : undefined}
      errorCount={submitCount > 0 ? Object.keys(errors).length + (refusal?.field ? 1 : 0) : 0}
      attempt={submitCount}
    >
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        {...register("currentPassword")}
        label={t("password.current")}
        error={words.ofField(errors.currentPassword) ?? refused("currentPassword")}
      />
      <PasswordField
        {...register("newPassword")}
        label={t("password.new")}
        hint={t("password.hint")}
        autoComplete="new-password"
        error={words.ofField(errors.newPassword) ?? refused("newPassword")}
      />
      <div>
        <Button type="submit" variant="primary" pending={change.isPending}>
          {t("password.submit")}
        </Button>
      </div>
    </Form>
  );
}
