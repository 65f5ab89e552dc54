"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { z } from "zod";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { AcademicRecordValues, academicRecordSchema } from "@/domain/academic-record";
import { LITERALS } from "@/domain/academic-record-list";
import { ACADEMIC_RESULTS } from "@/domain/student-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { AcademicRecord } from "../types";
import { RecordDialog } from "./record-dialog";
import { useDecimal } from "./use-decimal";

type Input = z.input<typeof academicRecordSchema>;

const NEW: AcademicRecordValues = {
  ...{ year: "", grade: "", section: "", school: "", average: null, literal: "" },
  ...{ result: "promoted", notes: "" },
};

export interface AcademicFormProps {
  studentId: string;
  /** The year that is changed; without it a new one is added. */
  record?: AcademicRecord;
  onSaved: () => void;
  onClose: () => void;
}

/** One school year of a student: where, and how it ended. */
export default function AcademicForm({ studentId, record, onSaved, onClose }: AcademicFormProps) {
  const t = useTranslations("students.academic");
  const tResult = useTranslations("students.results");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const grades = useId();
  const decimal = useDecimal();
  const { data: options } = useQuery(trpc.student.options.queryOptions());
  const base = record && valuesOf(record);
  const begin = base ?? NEW;
  return (
    <RecordDialog<Input, AcademicRecordValues>
      title={record ? t("editTitle", { year: record.year }) : t("addTitle")}
      saveLabel={t(record ? "save" : "add")}
      saved={t("saved")}
      schema={() => import("@/domain/academic-record").then((schemas) => schemas.academicRecordSchema)}
      initial={{ ...begin, average: decimal(begin.average) }}
      record={base}
      save={(given, before) =>
        record
          ? client.academicRecord.update.mutate({ id: record.id, ...given, base: before })
          : client.academicRecord.add.mutate({ studentId, ...given })
      }
      stale={{
        key: "record.stale",
        reload: async () => {
          const rows = await client.academicRecord.list.query({ studentId });
          return valuesOf(rows.find(({ id }) => id === record?.id) ?? begin);
        },
      }}
      label={(field) => t(`fields.${field as keyof AcademicRecordValues}`)}
      shown={(field, value) =>
        field === "result" ? tResult(value as AcademicRecordValues["result"]) : String(value ?? "")
      }
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, wrong }) => (
        <>
          <FieldPair>
            <TextField
              {...register("year")}
              label={t("fields.year")}
              hint={t("yearHint")}
              autoComplete="off"
              error={wrong("year")}
            />
            <Select
              {...register("result")}
              label={t("fields.result")}
              options={ACADEMIC_RESULTS.map((value) => ({ value, label: tResult(value) }))}
            />
          </FieldPair>
          <FieldPair>
            <TextField
              {...register("grade")}
              label={t("fields.grade")}
              list={grades}
              autoComplete="off"
              error={wrong("grade")}
            />
            <TextField
              {...register("section")}
              optional
              label={t("fields.section")}
              autoComplete="off"
              error={wrong("section")}
            />
          </FieldPair>
          <datalist id={grades}>
            {options?.grades.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <TextField
            {...register("school")}
            optional
            label={t("fields.school")}
            hint={t("schoolHint")}
            autoComplete="off"
            error={wrong("school")}
          />
          <FieldPair>
            <TextField
              {...register("average")}
              optional
              inputMode="decimal"
              label={t("fields.average")}
              hint={t("averageHint")}
              autoComplete="off"
              error={wrong("average")}
            />
            <Select
              {...register("literal")}
              optional
              label={t("fields.literal")}
              hint={t("literalHint")}
              placeholder={t("noLiteral")}
              options={LITERALS.map((value) => ({ value, label: value }))}
              error={wrong("literal")}
            />
          </FieldPair>
          <TextArea
            {...register("notes")}
            optional
            rows={3}
            label={t("fields.notes")}
            error={wrong("notes")}
          />
        </>
      )}
    </RecordDialog>
  );
}

function valuesOf(row: AcademicRecordValues | AcademicRecord): AcademicRecordValues {
  const { year, grade, section, school, average, literal, result, notes } = row;
  return {
    year,
    grade,
    section,
    school,
    average,
    literal: literal as AcademicRecordValues["literal"],
    result,
    notes,
  };
}
