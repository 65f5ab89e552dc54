"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { useDay } from "@/components/use-day";
import { useToday } from "@/components/use-today";
import type { AttendanceValues, attendanceSchema } from "@/domain/attendance";
import { ATTENDANCE_MARKS, type AttendanceMark } from "@/domain/attendance-list";
import { useTRPCClient } from "@/trpc/client";
import type { AttendanceDay } from "../types";
import { DayField } from "./day-field";
import { RecordDialog } from "./record-dialog";

type Input = z.input<typeof attendanceSchema>;

export interface AttendanceFormProps {
  studentId: string;
  /** The day that is changed; without it a new one is marked. */
  marked?: AttendanceDay;
  onSaved: () => void;
  onClose: () => void;
}

/** One day on which a student was away or late, and why. */
export default function AttendanceForm({ studentId, marked, onSaved, onClose }: AttendanceFormProps) {
  const t = useTranslations("students.attendance");
  const tMark = useTranslations("students.attendanceMarks");
  const { calendarDay } = useDay();
  const client = useTRPCClient();
  const today = useToday();
  const base = marked && valuesOf(marked);
  const begin: AttendanceValues = base ?? { day: today(), mark: "absent", reason: "" };
  const reload = async () => {
    const { rows } = await client.attendance.list.query({ studentId });
    const found = rows.find(({ id }) => id === marked?.id);
    return found ? valuesOf(found) : begin;
  };
  const shown = (field: string, value: unknown) => {
    if (field === "mark") return tMark(value as AttendanceMark);
    return field === "day" ? calendarDay(String(value)) : String(value ?? "");
  };
  return (
    <RecordDialog<Input, AttendanceValues>
      title={t(marked ? "editTitle" : "markTitle")}
      saveLabel={t(marked ? "save" : "mark")}
      saved={t(marked ? "saved" : "marked")}
      schema={() => import("@/domain/attendance").then((schemas) => schemas.attendanceSchema)}
      initial={begin}
      record={base}
      save={(given, before) =>
        marked
          ? client.attendance.update.mutate({ id: marked.id, ...given, base: before })
          : client.attendance.record.mutate({ studentId, ...given })
      }
      stale={{ key: "attendance.stale", reload }}
      label={(field) => t(`fields.${field as keyof AttendanceValues}`)}
      shown={shown}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, control, wrong }) => (
        <>
          <DayField control={control} name="day" label={t("fields.day")} error={wrong("day")} />
          <Controller
            control={control}
            name="mark"
            render={({ field }) => (
              <RadioGroup
                {...field}
                label={t("fields.mark")}
                options={ATTENDANCE_MARKS.map((value) => ({ value, label: tMark(value) }))}
                error={wrong("mark")}
              />
            )}
          />
          <TextField
            {...register("reason")}
            optional
            label={t("fields.reason")}
            hint={t("reasonHint")}
            autoComplete="off"
            error={wrong("reason")}
          />
        </>
      )}
    </RecordDialog>
  );
}

function valuesOf({ day, mark, reason }: AttendanceValues): AttendanceValues {
  return { day, mark, reason };
}
