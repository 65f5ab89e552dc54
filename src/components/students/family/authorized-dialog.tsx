"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, useId, useState } from "react";
import { useForm } from "react-hook-form";
import { useErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldPair, Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { readCedula } from "@/domain/identity/cedula";
import { readPhone } from "@/domain/identity/phone";
import { RELATIONSHIPS } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import { useFormFields } from "../forms/use-form-fields";
import { useRecordSave } from "../forms/use-record-save";
import type { Family } from "../types";
import type { AuthorizedOutput, AuthorizedValues } from "./authorized-form-schema";
import { shownValue } from "./guardian-values";
import { useRefreshFamilies } from "./use-family";
import { useGuardianWords } from "./use-guardian-words";

const RecordConflictNotice = lazy(() => import("../forms/record-conflict-notice"));

export interface AuthorizedDialogProps {
  studentId: string;
  place: number;
  /** Who has the place now. */
  person: Family["authorized"][number] | undefined;
  onClose: () => void;
}

/** Writes who, besides the guardians, may pick the student up. */
export default function AuthorizedDialog({ studentId, place, person, onClose }: AuthorizedDialogProps) {
  const t = useTranslations("students.authorized");
  const words = useGuardianWords();
  const tRelationship = useTranslations("students.relationships");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshFamilies();
  const id = useId();
  const write = useMutation(trpc.guardian.saveAuthorized.mutationOptions()).mutateAsync;
  // What the form was opened with.
  const [initial] = useState(() => fieldsOf(person));
  const form = useForm<AuthorizedValues, unknown, AuthorizedOutput>({
    resolver: lazyResolver(() =>
      import("./authorized-form-schema").then(({ authorizedSchema }) => authorizedSchema),
    ),
    mode: "onTouched",
    defaultValues: {
      ...initial,
      cedula: shownValue("cedula", initial.cedula),
      mobilePhone: shownValue("mobilePhone", initial.mobilePhone),
      homePhone: shownValue("homePhone", initial.homePhone),
    },
  });
  const { save, settle, conflict, failure, saving } = useRecordSave({
    initial,
    send: (changes, from) => {
      const base = person ? personOf({ ...initial, ...from }) : null;
      return write({ studentId, place, ...personOf({ ...initial, ...changes }), base });
    },
    onSaved: () => {
      refresh();
      onClose();
    },
  });
  const shown = (field: string, value: unknown) => {
    const relationship = field === "relationship" ? oneOf(RELATIONSHIPS, String(value)) : undefined;
    return relationship ? tRelationship(relationship) : words.value(field, value);
  };
  const { text, warning, state } = useFormFields(form, {
    labelOf: words.label,
    refusal: failure ? errorText(failure) : undefined,
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => open || saving || onClose()}
      dismissable={false}
      title={t(person ? "edit" : "add")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={saving}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={id} variant="primary" pending={saving}>
            {t("save")}
          </Button>
        </>
      }
    >
      {conflict ? (
        <RecordConflictNotice
          stale={conflict.stale}
          parts={conflict.stale.map(({ field, theirs }) => ({
            fields: [field],
            label: words.label(field),
            theirs: shown(field, theirs),
            yours: shown(field, conflict.yours[field as keyof AuthorizedOutput]),
          }))}
          saving={saving}
          onSettle={(choices) =>
            void settle(choices, (field, value) =>
              form.setValue(field as keyof AuthorizedValues, shownValue(field, value)),
            )
          }
        />
      ) : null}
      <Form id={id} narrow={false} onSubmit={form.handleSubmit(save)} {...state}>
        <FieldPair>
          <TextField {...text("firstNames")} />
          <TextField {...text("lastNames")} optional />
        </FieldPair>
        <FieldPair>
          <Select
            {...text("relationship")}
            optional
            placeholder={t("noRelationship")}
            options={RELATIONSHIPS.map((value) => ({ value, label: tRelationship(value) }))}
          />
          <TextField {...text("cedula")} optional hint={warning("cedula", readCedula)} />
        </FieldPair>
        <FieldPair>
          <TextField {...text("mobilePhone")} optional type="tel" hint={warning("mobilePhone", readPhone)} />
          <TextField {...text("homePhone")} optional type="tel" hint={warning("homePhone", readPhone)} />
        </FieldPair>
        <TextField {...text("email")} optional type="email" />
        <TextArea {...text("notes")} optional rows={2} />
      </Form>
    </Dialog>
  );
}

/** The fields of the form as they are stored. */
function fieldsOf(person: AuthorizedDialogProps["person"]): AuthorizedOutput {
  const { firstNames = "", lastNames = "", relationship, phones } = person ?? {};
  return {
    ...{ firstNames, lastNames, relationship: relationship ?? "", cedula: phones?.cedula ?? null },
    ...{ mobilePhone: phones?.mobilePhone ?? "", homePhone: phones?.homePhone ?? "" },
    ...{ email: phones?.email ?? "", notes: phones?.notes ?? "" },
  };
}

/** The person as the server takes them: an empty relationship is none. */
function personOf({ relationship, ...values }: AuthorizedOutput) {
  return { ...values, relationship: relationship === "" ? null : relationship };
}
