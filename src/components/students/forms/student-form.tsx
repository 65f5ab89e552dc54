"use client";

import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn } from "react-hook-form";
import { ComboBox } from "@/components/ui/combo-box";
import { DateField } from "@/components/ui/date-field";
import { FieldPair, Form } from "@/components/ui/form";
import { NumberField } from "@/components/ui/number-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useToday } from "@/components/use-today";
import { readCedula, readSchoolCedula } from "@/domain/identity/cedula";
import { readPhone } from "@/domain/identity/phone";
import { DOCUMENT_KINDS, GENDERS, LIST_NUMBERS } from "@/domain/student-list";
import { FormPart } from "./form-part";
import type { StudentFormOutput, StudentFormValues } from "./student-form-schema";
import { type Refusal, useFormFields } from "./use-form-fields";

export interface StudentFormProps {
  /** Ties the form to the button that submits it, which stands elsewhere. */
  id: string;
  form: UseFormReturn<StudentFormValues, unknown, StudentFormOutput>;
  places: readonly { id: string; label: string; detail?: string }[];
  /** The record has a code already; a new one may be given the school's next. */
  hasCode: boolean;
  refusal: Refusal | undefined;
  onSubmit: (values: StudentFormOutput) => Promise<void>;
}

/** Everything that is written of a student, but for health and family. */
export function StudentForm({ id, form, places, hasCode, refusal, onSubmit }: StudentFormProps) {
  const t = useTranslations("students.form");
  const tField = useTranslations("students.fields");
  const tGroup = useTranslations("students.groups");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const today = useToday();
  const labelOf = (field: string) => tField(field as Parameters<typeof tField>[0]);
  const { text, error, warning, state } = useFormFields(form, { labelOf, refusal });
  const { control } = form;
  const phone = (field: "homePhone" | "mobilePhone" | "emergencyPhone") => (
    <TextField
      {...text(field)}
      optional
      type="tel"
      inputMode="tel"
      hint={warning(field, readPhone) ?? t("phoneHint")}
    />
  );
  const line = (field: keyof StudentFormValues) => <TextField {...text(field)} optional />;
  return (
    <Form id={id} onSubmit={form.handleSubmit(onSubmit)} {...state} className="gap-9">
      <FormPart title={tGroup("identity")}>
        <FieldPair>
          <TextField {...text("firstNames")} />
          <TextField {...text("lastNames")} />
        </FieldPair>
        <Controller
          control={control}
          name="gender"
          render={({ field }) => (
            <RadioGroup
              {...field}
              label={tField("gender")}
              options={GENDERS.map((gender) => ({ value: gender, label: tGender(gender) }))}
              error={error("gender")}
            />
          )}
        />
        <FieldPair>
          <TextField {...text("cedula")} optional hint={warning("cedula", readCedula) ?? t("cedulaHint")} />
          <TextField
            {...text("schoolCedula")}
            optional
            inputMode="numeric"
            hint={warning("schoolCedula", readSchoolCedula) ?? t("schoolCedulaHint")}
          />
        </FieldPair>
        <FieldPair>
          <Select
            {...text("documentKind")}
            options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: tDocument(kind) }))}
          />
          {line("nationality")}
        </FieldPair>
        <TextField {...text("code")} optional={!hasCode} hint={hasCode ? undefined : t("codeHint")} />
      </FormPart>
      <FormPart title={tGroup("birth")}>
        <Controller
          control={control}
          name="birthDate"
          render={({ field }) => (
            <DateField {...field} label={t("birthDate")} max={today()} error={error("birthDate")} />
          )}
        />
        <FieldPair>
          {line("birthCity")}
          {line("birthMunicipality")}
        </FieldPair>
        <FieldPair>
          {line("birthState")}
          {line("birthCountry")}
        </FieldPair>
      </FormPart>
      <FormPart title={tGroup("place")}>
        <Controller
          control={control}
          name="place"
          render={({ field: { value, onChange, ...field } }) => (
            <ComboBox
              {...field}
              optional
              label={tField("section")}
              placeholder={t("placePlaceholder")}
              hint={places.length === 0 ? t("noPlaces") : undefined}
              items={places}
              value={value || null}
              onChange={(chosen) => onChange(chosen ?? "")}
              error={error("place")}
            />
          )}
        />
        <Controller
          control={control}
          name="listNumber"
          render={({ field: { value, ...field } }) => (
            <NumberField
              {...field}
              optional
              {...LIST_NUMBERS}
              label={tField("listNumber")}
              value={value ?? null}
              error={error("listNumber")}
            />
          )}
        />
        <FieldPair>
          <Controller
            control={control}
            name="enteredOn"
            render={({ field }) => (
              <DateField {...field} optional label={tField("enteredOn")} error={error("enteredOn")} />
            )}
          />
          {line("entryKind")}
        </FieldPair>
        {line("previousSchool")}
      </FormPart>
      <FormPart title={tGroup("contact")}>
        <TextArea {...text("address")} optional rows={2} />
        <FieldPair>
          {phone("homePhone")}
          {phone("mobilePhone")}
        </FieldPair>
        <FieldPair>
          {phone("emergencyPhone")}
          <TextField {...text("email")} optional type="email" inputMode="email" />
        </FieldPair>
        <FieldPair>
          {line("livesWith")}
          {line("transport")}
        </FieldPair>
      </FormPart>
      <FormPart title={tGroup("other")}>
        <FieldPair>
          {line("shirtSize")}
          {line("trouserSize")}
        </FieldPair>
        <FieldPair>
          {line("shoeSize")}
          {line("handedness")}
        </FieldPair>
        {line("religion")}
        <TextArea {...text("notes")} optional rows={3} />
      </FormPart>
    </Form>
  );
}
