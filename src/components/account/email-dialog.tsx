"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useTRPC } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

const FORM = "email-change";

/** Asks for another address, and for the password. */
export function EmailDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("account.email");
  const tUi = useTranslations("ui");
  const words = useErrorWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const ask = useMutation(trpc.account.requestEmailChange.mutationOptions());
  const { register, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.requestEmailChangeInput)),
    mode: "onTouched",
    defaultValues: { email: "", password: "" },
  });
  const { errors, submitCount } = formState;
  const refusal = ask.error ? words.ofError(ask.error) : undefined;
  const refused = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  const submit = handleSubmit((input) =>
    ask.mutateAsync(input).then(
      async () => {
        await queries.invalidateQueries(trpc.account.emailChange.pathFilter());
        onClose();
      },
      () => undefined,
    ),
  );

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      dismissable={false}
      title={t("dialogTitle")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={FORM} variant="primary" pending={ask.isPending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <p>{t("dialogBody")}</p>
      <Form
        id={FORM}
        onSubmit={submit}
        error={refusal && !refusal.field ? refusal.message : undefined}
        errorCount={submitCount > 0 ? Object.keys(errors).length + (refusal?.field ? 1 : 0) : 0}
        attempt={submitCount}
      >
        <TextField
          {...register("email")}
          type="email"
          label={t("new")}
          autoComplete="off"
          error={words.ofField(errors.email) ?? refused("email")}
        />
        <PasswordField
          {...register("password")}
          label={t("password")}
          autoComplete="current-password"
          error={words.ofField(errors.password) ?? refused("password")}
        />
      </Form>
    </Dialog>
  );
}
