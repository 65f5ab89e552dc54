"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { LeaveGuard } from "@/components/settings/leave-guard";
import { CrumbName } from "@/components/shell/crumb-name";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DateField } from "@/components/ui/date-field";
import { FootBar } from "@/components/ui/foot-bar";
import { FieldPair, Form } from "@/components/ui/form";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SaveState } from "@/components/ui/save-state";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useToday } from "@/components/use-today";
import { readCedula } from "@/domain/identity/cedula";
import { readPhone } from "@/domain/identity/phone";
import { CIVIL_STATUSES, DOCUMENT_KINDS, fullName, GENDERS } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { FormPart } from "../forms/form-part";
import { useFormFields } from "../forms/use-form-fields";
import { useRecordSave } from "../forms/use-record-save";
import { useRefusal } from "../forms/use-refusal";
import { familyHref } from "./family-url";
import type { GuardianEditOutput, GuardianEditValues } from "./guardian-edit-schema";
import { fieldsOf, shownValue, valuesOf } from "./guardian-values";
import { useRefreshFamilies } from "./use-family";
import { useGuardianWords } from "./use-guardian-words";

const RecordConflictNotice = lazy(() => import("../forms/record-conflict-notice"));

const FORM = "edit-guardian";

/** Changes what is known of a guardian; it is the person's own word, and ends what forms of children say otherwise. */
export function GuardianEditPage({ id }: { id: string }) {
  const t = useTranslations("students.familyPage");
  const tEdit = useTranslations("students.edit");
  const tForm = useTranslations("students.form");
  const tAuthorized = useTranslations("students.authorized");
  const tGender = useTranslations("students.genders");
  const tCivil = useTranslations("students.civilStatuses");
  const tDocument = useTranslations("students.documentKinds");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const router = useRouter();
  const today = useToday();
  const words = useGuardianWords();
  const refresh = useRefreshFamilies();
  const refusalOf = useRefusal();
  const { data } = useSuspenseQuery(trpc.guardian.get.queryOptions({ id }));
  // What the form was opened with.
  const [guardian] = useState(data);
  const [done, setDone] = useState(false);
  const update = useMutation(trpc.guardian.update.mutationOptions()).mutateAsync;
  const form = useForm<GuardianEditValues, unknown, GuardianEditOutput>({
    resolver: lazyResolver(() =>
      import("./guardian-edit-schema").then(({ guardianEditSchema }) => guardianEditSchema),
    ),
    mode: "onTouched",
    defaultValues: valuesOf(guardian),
  });
  const { save, settle, conflict, failure, saving } = useRecordSave({
    initial: fieldsOf(guardian),
    send: (changes, base) => update({ id, ...changes, base }),
    onSaved: (values) => {
      setDone(true);
      refresh();
      toast(tEdit("saved", { name: fullName(values) }));
      router.push(familyHref(id));
    },
  });
  const { text, error, warning, state } = useFormFields(form, {
    labelOf: words.label,
    refusal: refusalOf(failure, { hrefOf: familyHref, label: tForm("openHolder") }),
  });
  const line = (field: keyof GuardianEditValues) => <TextField {...text(field)} optional />;
  const phone = (field: "mobilePhone" | "homePhone" | "workPhone") => (
    <TextField
      {...text(field)}
      optional
      type="tel"
      inputMode="tel"
      hint={warning(field, readPhone) ?? tForm("phoneHint")}
    />
  );
  const actions = (
    <>
      <ButtonLink variant="quiet" href={familyHref(id)}>
        {tUi("cancel")}
      </ButtonLink>
      <Button type="submit" form={FORM} variant="primary" pending={saving}>
        {tEdit("save")}
      </Button>
    </>
  );
  const changes = done ? 0 : Object.keys(form.formState.dirtyFields).length;
  return (
    <PageBody>
      <CrumbName name={fullName(guardian)} />
      <PageHeader
        title={tEdit("title", { name: fullName(guardian) })}
        description={t("ownWord")}
        actions={
          <div className="flex items-center gap-2 max-sm:hidden">
            <SaveState changes={changes} saving={saving} />
            {actions}
          </div>
        }
      />
      <Suspense fallback={null}>
        {conflict ? (
          <RecordConflictNotice
            stale={conflict.stale}
            parts={conflict.stale.map(({ field, theirs }) => ({
              fields: [field],
              label: words.label(field),
              theirs: words.value(field, theirs),
              yours: words.value(field, conflict.yours[field as keyof GuardianEditOutput]),
            }))}
            saving={saving}
            onSettle={(choices) =>
              void settle(choices, (field, value) =>
                form.setValue(field as keyof GuardianEditValues, shownValue(field, value)),
              )
            }
          />
        ) : null}
      </Suspense>
      <Form id={FORM} onSubmit={form.handleSubmit(save)} {...state} className="gap-9">
        <FormPart title={t("person")}>
          <FieldPair>
            <TextField {...text("firstNames")} />
            <TextField {...text("lastNames")} />
          </FieldPair>
          <FieldPair>
            <TextField
              {...text("cedula")}
              optional
              hint={warning("cedula", readCedula) ?? tForm("cedulaHint")}
            />
            <Select
              {...text("documentKind")}
              options={DOCUMENT_KINDS.map((value) => ({ value, label: tDocument(value) }))}
            />
          </FieldPair>
          <FieldPair>
            <Select
              {...text("gender")}
              optional
              placeholder={tAuthorized("noRelationship")}
              options={GENDERS.map((value) => ({ value, label: tGender(value) }))}
            />
            <Select
              {...text("civilStatus")}
              optional
              placeholder={tAuthorized("noRelationship")}
              options={CIVIL_STATUSES.map((value) => ({ value, label: tCivil(value) }))}
            />
          </FieldPair>
          <FieldPair>
            <Controller
              control={form.control}
              name="birthDate"
              render={({ field }) => (
                <DateField
                  {...field}
                  optional
                  label={t("birthDate")}
                  max={today()}
                  error={error("birthDate")}
                />
              )}
            />
            {line("nationality")}
          </FieldPair>
        </FormPart>
        <FormPart title={t("contact")}>
          <FieldPair>
            {phone("mobilePhone")}
            {phone("homePhone")}
          </FieldPair>
          <FieldPair>
            {phone("workPhone")}
            <TextField {...text("email")} optional type="email" inputMode="email" />
          </FieldPair>
          <TextArea {...text("address")} optional rows={2} />
        </FormPart>
        <FormPart title={t("work")}>
          <FieldPair>
            {line("education")}
            {line("profession")}
          </FieldPair>
          <FieldPair>
            {line("occupation")}
            {line("workplace")}
          </FieldPair>
          <TextArea {...text("workAddress")} optional rows={2} />
          <TextArea {...text("notes")} optional rows={3} />
        </FormPart>
      </Form>
      <div className="contents sm:hidden">
        <FootBar actions={actions} />
      </div>
      <LeaveGuard count={changes} onDiscard={() => form.reset()} />
    </PageBody>
  );
}
