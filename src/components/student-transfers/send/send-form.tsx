"use client";

import { useTranslations } from "next-intl";
import { Controller, useForm, useWatch } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Form } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import { useToday } from "@/components/use-today";
import { CHOSEN_SECTIONS } from "@/domain/student-transfer-list";
import type { Prepared } from "../types";
import { GuardianFields } from "./guardian-fields";
import { SchoolField } from "./school-field";
import { SectionChoice } from "./section-choice";
import type { SendFormValues } from "./send-form-values";
import { SendPreview } from "./send-preview";

export interface SendFormProps {
  prepared: Prepared;
  /** What the server answered. */
  refusal: ErrorText | undefined;
  pending: boolean;
  onSubmit: (values: SendFormValues) => Promise<void>;
}

/** Where to, with what, from when, and who is asked; beside it what goes, what stays and what ends. */
export function SendForm({ prepared, refusal, pending, onSubmit }: SendFormProps) {
  const t = useTranslations("studentTransfers.send");
  const words = useErrorWords();
  const today = useToday();
  const reachable = prepared.guardians.find(({ email }) => email !== "");
  const form = useForm<SendFormValues>({
    resolver: lazyResolver(() => import("./send-form-schema").then((schemas) => schemas.sendFormSchema)),
    mode: "onTouched",
    defaultValues: {
      ...{ address: "", sections: [...CHOSEN_SECTIONS], lastDay: today(), reason: "" },
      ...{ guardianId: reachable?.id ?? "", name: "", email: "", locale: prepared.locale },
    },
  });
  const { control, register, handleSubmit, formState } = form;
  const { errors, submitCount } = formState;
  const refused = (field: keyof SendFormValues) => (refusal?.field === field ? refusal.message : undefined);
  const known = refusal?.field === "address" || refusal?.field === "guardianId";
  const sections = useWatch({ control, name: "sections" });
  return (
    <div className="grid grid-cols-1 items-start gap-x-12 gap-y-(--stack) lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      <Form
        onSubmit={handleSubmit(onSubmit)}
        error={refusal && !known ? refusal.message : undefined}
        errorCount={submitCount > 0 ? Object.keys(errors).length + (known ? 1 : 0) : 0}
        attempt={submitCount}
      >
        <SchoolField control={control} error={words.ofField(errors.address) ?? refused("address")} />
        <SectionChoice control={control} sends={prepared.sends} />
        <Controller
          control={control}
          name="lastDay"
          render={({ field }) => (
            <DateField
              {...field}
              label={t("lastDay")}
              hint={t("lastDayHint")}
              error={words.ofField(errors.lastDay)}
            />
          )}
        />
        <GuardianFields form={form} guardians={prepared.guardians} error={refused("guardianId")} />
        <TextArea
          {...register("reason")}
          optional
          rows={3}
          label={t("reason")}
          hint={t("reasonHint")}
          error={words.ofField(errors.reason)}
        />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t("submit")}
          </Button>
        </div>
      </Form>
      <SendPreview prepared={prepared} sections={sections} />
    </div>
  );
}
