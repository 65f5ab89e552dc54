"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldPair, Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { formatCedula, readCedula } from "@/domain/identity/cedula";
import { formatPhone, readPhone } from "@/domain/identity/phone";
import { RELATIONSHIPS } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { useFormFields } from "../forms/use-form-fields";
import type { Family } from "../types";
import type { AuthorizedOutput, AuthorizedValues } from "./authorized-form-schema";
import { useRefreshFamilies } from "./use-family";

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
  const tField = useTranslations("students.fields");
  const tRelationship = useTranslations("students.relationships");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshFamilies();
  const id = useId();
  const save = useMutation(trpc.guardian.saveAuthorized.mutationOptions());
  const contact = person?.phones;
  const form = useForm<AuthorizedValues, unknown, AuthorizedOutput>({
    resolver: lazyResolver(() =>
      import("./authorized-form-schema").then(({ authorizedSchema }) => authorizedSchema),
    ),
    mode: "onTouched",
    defaultValues: {
      firstNames: person?.firstNames ?? "",
      lastNames: person?.lastNames ?? "",
      relationship: person?.relationship ?? "",
      cedula: contact?.cedula ? formatCedula(contact.cedula) : "",
      mobilePhone: formatPhone(contact?.mobilePhone ?? ""),
      homePhone: formatPhone(contact?.homePhone ?? ""),
      email: contact?.email ?? "",
      notes: contact?.notes ?? "",
    },
  });
  const { text, warning, state } = useFormFields(form, {
    labelOf: (field) => tField(field as Parameters<typeof tField>[0]),
    refusal: save.error ? errorText(save.error) : undefined,
  });

  async function submit({ relationship, ...values }: AuthorizedOutput) {
    try {
      await save.mutateAsync({
        studentId,
        place,
        ...values,
        relationship: relationship === "" ? null : relationship,
      });
      refresh();
      onClose();
    } catch {
      // What the server said stands in the form.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || save.isPending || onClose()}
      dismissable={false}
      title={t(person ? "edit" : "add")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={save.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <Form id={id} narrow={false} onSubmit={form.handleSubmit(submit)} {...state}>
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
