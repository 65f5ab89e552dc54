"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { useToday } from "@/components/use-today";
import type { StudentStatus } from "@/domain/student-list";
import type { Student } from "./types";

/** Leaving, finishing school, and coming back. */
export type StatusKind = "leave" | "graduate" | "return";

export type StatusValues = {
  status: StudentStatus;
  since: string;
  reason: string;
  otherSchool: string;
  otherSchoolCode: string;
};

const MAX_REASON = 200;
const STATUS_OF = { leave: "inactive", graduate: "graduated", return: "active" } as const;

export interface StatusDialogProps {
  kind: StatusKind;
  students: readonly Student[];
  onConfirm: (values: StatusValues) => Promise<void>;
  onClose: () => void;
}

/** Asks from which day the new status holds and why, and to which school they go; stays open on a refusal. */
export default function StatusDialog({ kind, students, onConfirm, onClose }: StatusDialogProps) {
  const t = useTranslations("students.status");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const today = useToday();
  const form = useId();
  const [values, setValues] = useState<StatusValues>(() => ({
    ...{ status: STATUS_OF[kind], since: today() },
    ...{ reason: "", otherSchool: "", otherSchoolCode: "" },
  }));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ErrorText>();
  const change = (part: Partial<StatusValues>) => setValues({ ...values, ...part });
  const of = (field: string) => (failure?.field === field ? failure.message : undefined);
  const said = { count: students.length, name: students[0]?.name ?? "" };
  const moves = values.status === "transferred";

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    if (values.since === "") {
      setFailure({ message: t("sinceMissing"), field: "since" });
      return;
    }
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm(moves ? values : { ...values, otherSchool: "", otherSchoolCode: "" });
      onClose();
    } catch (error) {
      setFailure(errorText(error));
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || pending || onClose()}
      dismissable={false}
      title={t(`title.${kind}`, said)}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t(`confirm.${kind}`, said)}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        {kind === "leave" ? (
          <RadioGroup
            label={t("how")}
            value={moves ? "transferred" : "inactive"}
            onChange={(status) => change({ status })}
            options={[
              { value: "inactive", label: t("withdrawn"), hint: t("withdrawnHint") },
              { value: "transferred", label: t("transferred"), hint: t("transferredHint") },
            ]}
          />
        ) : null}
        {moves ? (
          <>
            <TextField
              optional
              label={t("otherSchool")}
              autoComplete="off"
              value={values.otherSchool}
              error={of("otherSchool")}
              onChange={(event) => change({ otherSchool: event.currentTarget.value })}
            />
            <TextField
              optional
              label={t("otherSchoolCode")}
              hint={t("otherSchoolCodeHint")}
              autoComplete="off"
              value={values.otherSchoolCode}
              error={of("otherSchoolCode")}
              onChange={(event) => change({ otherSchoolCode: event.currentTarget.value })}
            />
          </>
        ) : null}
        <DateField
          label={t(`since.${kind}`)}
          hint={t("sinceHint")}
          error={of("since")}
          value={values.since}
          max={today()}
          onChange={(since) => change({ since })}
        />
        <TextField
          optional
          label={t("reason")}
          maxLength={MAX_REASON}
          autoComplete="off"
          value={values.reason}
          error={of("reason")}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <p className="text-sm">{t(`kept.${kind}`)}</p>
        {failure && !["since", "reason", "otherSchool", "otherSchoolCode"].includes(failure.field ?? "") ? (
          <Callout tone="danger" role="alert">
            {failure.message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
