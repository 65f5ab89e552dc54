"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useErrorText } from "@/components/error-text";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { FieldPair, Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { PickItem } from "@/components/ui/use-options";
import { formatCedula, readCedula } from "@/domain/identity/cedula";
import { readPhone } from "@/domain/identity/phone";
import { fullName, GUARDIAN_TYPES, RELATIONSHIPS } from "@/domain/student-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import { useFormFields } from "../forms/use-form-fields";
import type { Family } from "../types";
import type { GuardianFormValues } from "./guardian-form-schema";
import { useRefreshFamilies } from "./use-family";

export interface AddGuardianDialogProps {
  studentId: string;
  family: Family;
  onClose: () => void;
}

/** Ties a guardian to a student: somebody whom the school knows is looked for first, so that nobody is there twice. */
export default function AddGuardianDialog({ studentId, family, onClose }: AddGuardianDialogProps) {
  const t = useTranslations("students.addGuardian");
  const tField = useTranslations("students.fields");
  const tType = useTranslations("students.guardianTypes");
  const tRelationship = useTranslations("students.relationships");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const errorText = useErrorText();
  const refresh = useRefreshFamilies();
  const id = useId();
  const add = useMutation(trpc.guardian.add.mutationOptions());
  const [isNew, setNew] = useState(false);
  const [holder, setHolder] = useState<PickItem>();
  const free = GUARDIAN_TYPES.filter((type) => family.guardians.every((guardian) => guardian.type !== type));
  const form = useForm<GuardianFormValues>({
    resolver: isNew
      ? lazyResolver(() => import("./guardian-form-schema").then((schemas) => schemas.newGuardianSchema))
      : lazyResolver(() => import("./guardian-form-schema").then((schemas) => schemas.knownGuardianSchema)),
    mode: "onTouched",
    defaultValues: {
      ...{ guardianId: "", firstNames: "", lastNames: "", cedula: "", mobilePhone: "", email: "" },
      ...{ type: free[0] ?? "primary", relationship: "mother", mayPickUp: false, isPrimaryContact: false },
    },
  });
  const refusal = add.error ? errorText(add.error) : undefined;
  const taken = errorData(add.error)?.domain;
  const { text, error, warning, state } = useFormFields(form, {
    labelOf: (field) => tField(field as Parameters<typeof tField>[0]),
    refusal,
  });

  async function search(words: string, signal: AbortSignal): Promise<PickItem[]> {
    if (words.length < 2) return [];
    const found = await client.guardian.find.query({ search: words }, { signal });
    return found.map(({ id: guardianId, cedula, children, ...person }) => ({
      id: guardianId,
      label: fullName(person),
      detail: [cedula && formatCedula(cedula), children.join(", ")].filter(Boolean).join(" · "),
    }));
  }

  async function submit(values: GuardianFormValues) {
    const { guardianId, firstNames, lastNames, cedula, mobilePhone, email, ...tie } = values;
    const person = { firstNames, lastNames, cedula, mobilePhone, email };
    try {
      await add.mutateAsync({ studentId, ...tie, ...(isNew ? { person } : { guardianId }) });
      refresh();
      toast(t("done"));
      onClose();
    } catch {
      // What the server said stands in the form.
    }
  }

  /** The cédula is somebody's already: that person is taken instead. */
  function takeHolder() {
    const { id: holderId, name } = taken?.values ?? {};
    if (typeof holderId !== "string" || typeof name !== "string") return;
    setHolder({ id: holderId, label: name });
    form.setValue("guardianId", holderId);
    setNew(false);
    add.reset();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || add.isPending || onClose()}
      dismissable={false}
      title={t("title")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={add.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={id} variant="primary" pending={add.isPending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <Form id={id} narrow={false} onSubmit={form.handleSubmit(submit)} {...state}>
        <RadioGroup
          label={t("who")}
          value={isNew ? "new" : "known"}
          onChange={(who) => setNew(who === "new")}
          options={[
            { value: "known", label: t("known"), hint: t("knownHint") },
            { value: "new", label: t("new") },
          ]}
        />
        {isNew ? (
          <>
            <FieldPair>
              <TextField {...text("firstNames")} />
              <TextField {...text("lastNames")} />
            </FieldPair>
            <FieldPair>
              <TextField
                {...text("cedula")}
                optional
                hint={warning("cedula", readCedula)}
                labelAside={
                  taken?.key === "guardian.cedulaTaken" ? (
                    <Button size="sm" variant="quiet" onPress={takeHolder}>
                      {t("takeHolder")}
                    </Button>
                  ) : undefined
                }
              />
              <TextField
                {...text("mobilePhone")}
                optional
                type="tel"
                hint={warning("mobilePhone", readPhone)}
              />
            </FieldPair>
            <TextField {...text("email")} optional type="email" />
          </>
        ) : (
          <Controller
            control={form.control}
            name="guardianId"
            render={({ field: { value, onChange, ...field } }) => (
              <ComboBox
                {...field}
                label={t("person")}
                placeholder={t("personPlaceholder")}
                items={[]}
                chosen={holder}
                onSearch={search}
                value={value || null}
                onChange={(chosen) => onChange(chosen ?? "")}
                error={error("guardianId")}
              />
            )}
          />
        )}
        <FieldPair>
          <Select
            {...text("relationship")}
            options={RELATIONSHIPS.map((value) => ({ value, label: tRelationship(value) }))}
          />
          <Select {...text("type")} options={free.map((value) => ({ value, label: tType(value) }))} />
        </FieldPair>
        <div className="grid gap-1">
          <Checkbox {...form.register("mayPickUp")}>{t("mayPickUp")}</Checkbox>
          {family.guardians.length > 0 ? (
            <Checkbox {...form.register("isPrimaryContact")}>{t("primaryContact")}</Checkbox>
          ) : null}
        </div>
      </Form>
    </Dialog>
  );
}
