"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { HealthValues, healthSchema } from "@/domain/health";
import { BLOOD_TYPES } from "@/domain/student-list";
import { useTRPCClient } from "@/trpc/client";
import { RecordDialog } from "./record-dialog";
import { useDecimal } from "./use-decimal";

type Input = z.input<typeof healthSchema>;

export interface HealthFormProps {
  studentId: string;
  health: HealthValues;
  onSaved: () => void;
  onClose: () => void;
}

/** What is known of a student's health. */
export default function HealthForm({ studentId, health, onSaved, onClose }: HealthFormProps) {
  const t = useTranslations("students.health");
  const client = useTRPCClient();
  const decimal = useDecimal();
  const { weightKg, heightCm, bloodType } = health;
  return (
    <RecordDialog<Input, HealthValues>
      title={t("editTitle")}
      saveLabel={t("save")}
      saved={t("saved")}
      schema={() => import("@/domain/health").then((schemas) => schemas.healthSchema)}
      initial={{
        ...valuesOf(health),
        bloodType: bloodType ?? "",
        weightKg: decimal(weightKg),
        heightCm: decimal(heightCm),
      }}
      record={valuesOf(health)}
      save={(given, base) => client.health.update.mutate({ studentId, ...given, base })}
      stale={{
        key: "health.stale",
        reload: async () => valuesOf(await client.health.get.query({ studentId })),
      }}
      label={(field) => t(`fields.${field as keyof HealthValues}`)}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, wrong }) => (
        <>
          <Select
            {...register("bloodType")}
            optional
            label={t("fields.bloodType")}
            placeholder={t("unknown")}
            options={BLOOD_TYPES.map((value) => ({ value, label: value }))}
            className="max-w-48"
          />
          <TextArea
            {...register("allergies")}
            optional
            rows={2}
            label={t("fields.allergies")}
            hint={t("careHint")}
            error={wrong("allergies")}
          />
          <TextArea
            {...register("emergencyNotes")}
            optional
            rows={3}
            label={t("fields.emergencyNotes")}
            hint={t("careHint")}
            error={wrong("emergencyNotes")}
          />
          <TextArea
            {...register("conditions")}
            optional
            rows={3}
            label={t("fields.conditions")}
            error={wrong("conditions")}
          />
          <TextArea
            {...register("medication")}
            optional
            rows={2}
            label={t("fields.medication")}
            error={wrong("medication")}
          />
          <FieldPair>
            <TextField
              {...register("weightKg")}
              optional
              inputMode="decimal"
              autoComplete="off"
              label={t("fields.weightKg")}
              hint={t("inKilograms")}
              error={wrong("weightKg")}
            />
            <TextField
              {...register("heightCm")}
              optional
              inputMode="decimal"
              autoComplete="off"
              label={t("fields.heightCm")}
              hint={t("inCentimetres")}
              error={wrong("heightCm")}
            />
          </FieldPair>
        </>
      )}
    </RecordDialog>
  );
}

function valuesOf(health: HealthValues): HealthValues {
  const { bloodType, allergies, conditions, medication, emergencyNotes, weightKg, heightCm } = health;
  return { bloodType, allergies, conditions, medication, emergencyNotes, weightKg, heightCm };
}
