"use client";

import { useMutation } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { DEFAULT_VISIT_MINUTES, VISIT_MINUTES } from "@/domain/visit-terms";
import { useTRPC } from "@/trpc/client";
import type { ActedSchool } from "./types";

const WAYS = ["look", "change"] as const;
const FORM = "enter-school";

/** Asks why, how and for how long one enters a school; the school reads it in its log. */
export default function EnterDialog({ school, onClose }: { school: ActedSchool; onClose: () => void }) {
  const t = useTranslations("schools.dialog");
  const words = useErrorWords();
  const trpc = useTRPC();
  // Loaded anew: nothing of the school that one comes from stays on the page.
  const enter = useMutation(
    trpc.platform.enterOrganization.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
    }),
  );
  const { register, control, handleSubmit, formState } = useForm({
    resolver: lazyResolver(() => import("@/domain/visit").then((it) => it.enterOrganizationInput)),
    mode: "onTouched",
    defaultValues: {
      organizationId: school.id,
      reason: "",
      readOnly: true as boolean,
      minutes: DEFAULT_VISIT_MINUTES as number,
    },
  });
  const { errors, submitCount } = formState;
  const refusal = enter.error ? words.ofError(enter.error) : undefined;
  const pending = enter.isPending || enter.isSuccess;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      dismissable={false}
      title={t("title", { school: school.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" form={FORM} variant="primary" icon={<DoorOpen />} pending={pending}>
            {t("enter")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <Form
        id={FORM}
        onSubmit={handleSubmit((given) => enter.mutate(given))}
        error={refusal?.message}
        errorCount={Object.keys(errors).length}
        attempt={submitCount}
        narrow={false}
      >
        <TextArea
          {...register("reason")}
          label={t("reason")}
          hint={t("reasonHint")}
          rows={2}
          error={words.ofField(errors.reason)}
        />
        <Controller
          control={control}
          name="readOnly"
          render={({ field }) => (
            <RadioGroup
              label={t("way")}
              value={field.value ? "look" : "change"}
              onChange={(way) => field.onChange(way === "look")}
              options={WAYS.map((way) => ({
                value: way,
                label: t(`ways.${way}`),
                hint: t(`wayHints.${way}`),
              }))}
            />
          )}
        />
        <Select
          {...register("minutes", { valueAsNumber: true })}
          label={t("minutes")}
          options={VISIT_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: t("minutesOf", { minutes }),
          }))}
          error={words.ofField(errors.minutes)}
        />
      </Form>
    </Dialog>
  );
}
