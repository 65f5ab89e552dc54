"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useDay } from "@/components/use-day";
import { useToday } from "@/components/use-today";
import type { IncidentValues, incidentSchema } from "@/domain/incident";
import {
  INCIDENT_KINDS,
  INCIDENT_SEVERITIES,
  type IncidentKind,
  type IncidentSeverity,
} from "@/domain/student-list";
import { useTRPCClient } from "@/trpc/client";
import type { Incident } from "../types";
import { DayField } from "./day-field";
import { RecordDialog } from "./record-dialog";

type Input = z.input<typeof incidentSchema>;

export interface IncidentFormProps {
  studentId: string;
  /** The report that is changed; without it a new one is written. */
  incident?: Incident;
  /** May report for somebody else, who is named. */
  namesReporter: boolean;
  onSaved: () => void;
  onClose: () => void;
}

/** One incident: what happened, who saw it, what was done. */
export default function IncidentForm(props: IncidentFormProps) {
  const { studentId, incident, namesReporter, onSaved, onClose } = props;
  const t = useTranslations("students.discipline");
  const tKind = useTranslations("students.incidentKinds");
  const tSeverity = useTranslations("students.severities");
  const { calendarDay } = useDay();
  const client = useTRPCClient();
  const today = useToday();
  const base = incident && valuesOf(incident);
  const begin: IncidentValues = base ?? {
    ...{ kind: "conduct", severity: "minor", occurredOn: today(), reportedBy: "", description: "" },
    ...{ actionTaken: "", followUp: "", parentInformedOn: null },
  };
  const reload = async () => {
    const { rows } = await client.incident.list.query({ studentId });
    const found = rows.find(({ id }) => id === incident?.id);
    return found ? valuesOf(found) : begin;
  };
  const shown = (field: string, value: unknown) => {
    if (field === "kind") return tKind(value as IncidentKind);
    if (field === "severity") return tSeverity(value as IncidentSeverity);
    return typeof value === "string" && field.endsWith("On") ? calendarDay(value) : String(value ?? "");
  };
  return (
    <RecordDialog<Input, IncidentValues>
      title={t(incident ? "editTitle" : "reportTitle")}
      saveLabel={t(incident ? "save" : "report")}
      saved={t(incident ? "saved" : "reported")}
      schema={() => import("@/domain/incident").then((schemas) => schemas.incidentSchema)}
      initial={{ ...begin, parentInformedOn: begin.parentInformedOn ?? "" }}
      record={base}
      save={(given, before) =>
        incident
          ? client.incident.update.mutate({ id: incident.id, ...given, base: before })
          : client.incident.report.mutate({ studentId, ...given })
      }
      stale={{ key: "incident.stale", reload }}
      label={(field) => t(`fields.${field as keyof IncidentValues}`)}
      shown={shown}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, control, wrong }) => (
        <>
          <FieldPair>
            <Select
              {...register("kind")}
              label={t("fields.kind")}
              options={INCIDENT_KINDS.map((value) => ({ value, label: tKind(value) }))}
            />
            <Select
              {...register("severity")}
              label={t("fields.severity")}
              options={INCIDENT_SEVERITIES.map((value) => ({ value, label: tSeverity(value) }))}
            />
          </FieldPair>
          <DayField
            control={control}
            name="occurredOn"
            label={t("fields.occurredOn")}
            error={wrong("occurredOn")}
          />
          <TextArea
            {...register("description")}
            rows={4}
            label={t("fields.description")}
            hint={t("descriptionHint")}
            error={wrong("description")}
          />
          {namesReporter ? (
            <TextField
              {...register("reportedBy")}
              optional
              label={t("fields.reportedBy")}
              hint={t("reportedByHint")}
              autoComplete="off"
              error={wrong("reportedBy")}
            />
          ) : null}
          <TextArea
            {...register("actionTaken")}
            optional
            rows={2}
            label={t("fields.actionTaken")}
            error={wrong("actionTaken")}
          />
          <TextArea
            {...register("followUp")}
            optional
            rows={2}
            label={t("fields.followUp")}
            error={wrong("followUp")}
          />
          <DayField
            control={control}
            name="parentInformedOn"
            optional
            label={t("fields.parentInformedOn")}
            error={wrong("parentInformedOn")}
          />
        </>
      )}
    </RecordDialog>
  );
}

function valuesOf(row: IncidentValues): IncidentValues {
  const { kind, severity, occurredOn, reportedBy, description, actionTaken, followUp, parentInformedOn } =
    row;
  return { kind, severity, occurredOn, reportedBy, description, actionTaken, followUp, parentInformedOn };
}
