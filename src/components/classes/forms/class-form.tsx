"use client";

import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Form } from "@/components/ui/form";
import { NumberField } from "@/components/ui/number-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { movingUp } from "../class-words";
import type { ClassDetail } from "../types";
import { ClassCoachFields } from "./class-coach-fields";
import type { ClassFormValues } from "./class-form-values";
import { ClassPlaceFields } from "./class-place-fields";
import { type PresentPlace, useClassPlaces } from "./use-class-places";

export interface ClassFormProps {
  /** Ties the form to the button that submits it, which stands elsewhere. */
  formId: string;
  initial: ClassFormValues;
  /** The class that is changed; without it the form is a new one's, and asks for its coaches. */
  detail?: Pick<ClassDetail, "studentCount" | "waitingCount"> & PresentPlace;
  /** What the server answered. */
  refusal?: ErrorText;
  onSubmit: (values: ClassFormValues) => Promise<void>;
}

/** Name, description, place and seats of a class; of a new one its coaches too. */
export function ClassForm({ formId, initial, detail, refusal, onSubmit }: ClassFormProps) {
  const t = useTranslations("classes.form");
  const words = useErrorWords();
  const creating = detail === undefined;
  const { register, control, handleSubmit, formState, watch, setValue } = useForm<ClassFormValues>({
    resolver: lazyResolver(() =>
      import("./class-form-schema").then((schemas) =>
        creating ? schemas.newClassSchema : schemas.classSchema,
      ),
    ),
    mode: "onTouched",
    defaultValues: initial,
  });
  const { errors, submitCount } = formState;
  const [yearId, sectionId, subjectId] = watch(["yearId", "sectionId", "subjectId"]);
  const places = useClassPlaces(detail);
  const refused = (field: keyof ClassFormValues) => (refusal?.field === field ? refusal.message : undefined);
  const known = refusal?.field !== undefined && refusal.field in initial;
  return (
    <Form
      id={formId}
      narrow={false}
      onSubmit={handleSubmit(onSubmit)}
      error={refusal && !known ? refusal.message : undefined}
      errorCount={submitCount > 0 ? Object.keys(errors).length + (known ? 1 : 0) : 0}
      attempt={submitCount}
    >
      <TextField
        {...register("name")}
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
        error={words.ofField(errors.name) ?? refused("name")}
      />
      <TextArea
        {...register("description")}
        optional
        rows={3}
        label={t("description")}
        hint={t("descriptionHint")}
        error={words.ofField(errors.description) ?? refused("description")}
      />
      <ClassPlaceFields
        places={places}
        value={{ yearId, sectionId, subjectId }}
        onChange={(place) => {
          setValue("yearId", place.yearId, { shouldDirty: true });
          setValue("sectionId", place.sectionId, { shouldDirty: true });
          setValue("subjectId", place.subjectId, { shouldDirty: true });
        }}
        refused={refused}
      />
      <Controller
        control={control}
        name="capacity"
        render={({ field }) => (
          <NumberField
            {...field}
            optional
            min={1}
            label={t("capacity")}
            hint={<SeatsHint capacity={watch("capacity")} detail={detail} />}
            unit={t("seats", { count: field.value ?? 0 })}
            error={words.ofField(errors.capacity) ?? refused("capacity")}
          />
        )}
      />
      {creating ? <ClassCoachFields control={control} refusal={refusal} /> : null}
    </Form>
  );
}

/** What becomes of those who are in the class, and of those who wait. */
function SeatsHint({ capacity, detail }: { capacity: number | null; detail: ClassFormProps["detail"] }) {
  const t = useTranslations("classes.form");
  if (!detail) return t("capacityHint");
  const { studentCount, waitingCount } = detail;
  if (capacity !== null && capacity < studentCount)
    return t("over", { students: studentCount, over: studentCount - capacity });
  const up = capacity === null ? waitingCount : movingUp({ ...detail, capacity }, 0);
  return up > 0 ? t("movesUp", { count: up }) : t("capacityHint");
}
