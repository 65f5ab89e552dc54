"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { FieldPair, Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { LOCALES } from "@/domain/locale";
import type { InviteSchoolInput } from "@/domain/onboarding";
import { ORGANIZATION_PLANS, type OrganizationPlan } from "@/domain/roles";
import { appLocale } from "@/i18n/locale";
import { useTRPC } from "@/trpc/client";

/** Asks a school to join: whom to write to, on which plan, and where its data will lie. */
export default function InviteSchoolDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("schoolInvitations.invite");
  const tTier = useTranslations("tiers");
  const tUi = useTranslations("ui");
  const tLocale = useTranslations("settings.values.locale");
  const words = useErrorWords();
  const form = useId();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invite = useMutation(trpc.schoolInvitation.invite.mutationOptions());
  const initial = {
    name: "",
    email: "",
    plan: "COMMUNITY" as OrganizationPlan,
    slug: "",
    placedApart: false as boolean,
    locale: appLocale(useLocale()),
  };
  const { register, handleSubmit, formState } = useForm<typeof initial, unknown, InviteSchoolInput>({
    resolver: lazyResolver(() => import("@/domain/onboarding").then((it) => it.inviteSchoolFormInput)),
    mode: "onTouched",
    defaultValues: initial,
  });
  const { errors, submitCount } = formState;
  const refusal = invite.error ? words.ofError(invite.error) : undefined;
  const isField = refusal?.field !== undefined && refusal.field in initial;
  const problem = (field: keyof typeof initial) =>
    words.ofField(errors[field]) ?? (refusal?.field === field ? refusal.message : undefined);

  async function send(given: InviteSchoolInput) {
    const sent = await invite.mutateAsync(given).then(
      () => true,
      () => false,
    );
    if (!sent) return;
    void queryClient.invalidateQueries(trpc.schoolInvitation.pathFilter());
    toast(t("done", { name: given.name, email: given.email }));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || invite.isPending || onClose()}
      dismissable={false}
      title={t("title")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={invite.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" icon={<Send />} pending={invite.isPending}>
            {t("send")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <Form
        id={form}
        narrow={false}
        onSubmit={handleSubmit(send)}
        error={refusal && !isField ? refusal.message : undefined}
        errorCount={submitCount > 0 ? Object.keys(errors).length + (isField ? 1 : 0) : 0}
        attempt={submitCount}
      >
        <TextField {...register("name")} label={t("name")} autoComplete="off" error={problem("name")} />
        <TextField
          {...register("email")}
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={problem("email")}
        />
        <TextField
          {...register("slug")}
          label={t("slug")}
          hint={t("slugHint")}
          optional
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={problem("slug")}
        />
        <FieldPair>
          <Select
            {...register("plan")}
            label={t("plan")}
            options={ORGANIZATION_PLANS.map((plan) => ({ value: plan, label: tTier(plan) }))}
            error={problem("plan")}
          />
          <Select
            {...register("locale")}
            label={t("language")}
            options={LOCALES.map((locale) => ({ value: locale, label: tLocale(locale) }))}
            error={problem("locale")}
          />
        </FieldPair>
        <Checkbox {...register("placedApart")} hint={t("apartHint")}>
          {t("apart")}
        </Checkbox>
      </Form>
    </Dialog>
  );
}
