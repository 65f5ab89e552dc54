"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { z } from "zod";
import { FieldPair } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { VaccinationValues, vaccinationSchema } from "@/domain/health";
import { COMMON_VACCINES } from "@/domain/health-list";
import { useTRPCClient } from "@/trpc/client";
import type { Vaccination } from "../types";
import { DayField } from "./day-field";
import { RecordDialog } from "./record-dialog";

type Input = z.input<typeof vaccinationSchema>;

const NEW: VaccinationValues = { vaccine: "", dose: "", givenOn: null, notes: "" };

export interface VaccinationFormProps {
  studentId: string;
  /** The one that is changed; without it a new one is added. */
  vaccination?: Vaccination;
  onSaved: () => void;
  onClose: () => void;
}

/** One vaccination: what against, which dose, when. */
export default function VaccinationForm(props: VaccinationFormProps) {
  const { studentId, vaccination, onSaved, onClose } = props;
  const t = useTranslations("students.vaccinations");
  const client = useTRPCClient();
  const vaccines = useId();
  const { vaccine, dose, givenOn, notes } = vaccination ?? NEW;
  const record = { vaccine, dose, givenOn, notes };
  return (
    <RecordDialog<Input, VaccinationValues>
      title={t(vaccination ? "editTitle" : "addTitle")}
      saveLabel={t(vaccination ? "save" : "add")}
      saved={t("saved")}
      schema={() => import("@/domain/health").then((schemas) => schemas.vaccinationSchema)}
      initial={{ ...record, givenOn: givenOn ?? "" }}
      record={vaccination && record}
      save={(given) =>
        vaccination
          ? client.health.updateVaccination.mutate({ id: vaccination.id, ...given })
          : client.health.addVaccination.mutate({ studentId, ...given })
      }
      label={(field) => t(field as keyof VaccinationValues)}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, control, wrong }) => (
        <>
          <TextField
            {...register("vaccine")}
            label={t("vaccine")}
            list={vaccines}
            autoComplete="off"
            error={wrong("vaccine")}
          />
          <datalist id={vaccines}>
            {COMMON_VACCINES.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <FieldPair>
            <TextField
              {...register("dose")}
              optional
              label={t("dose")}
              hint={t("doseHint")}
              autoComplete="off"
              error={wrong("dose")}
            />
            <DayField
              control={control}
              name="givenOn"
              optional
              label={t("givenOn")}
              error={wrong("givenOn")}
            />
          </FieldPair>
          <TextArea {...register("notes")} optional rows={2} label={t("notes")} error={wrong("notes")} />
        </>
      )}
    </RecordDialog>
  );
}
