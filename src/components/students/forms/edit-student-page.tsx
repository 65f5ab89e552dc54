"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { LeaveGuard } from "@/components/settings/leave-guard";
import { CrumbName } from "@/components/shell/crumb-name";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FootBar } from "@/components/ui/foot-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SaveState } from "@/components/ui/save-state";
import { toast } from "@/components/ui/toast";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { studentHref } from "../student-url";
import { StudentForm } from "./student-form";
import type { StudentFormOutput, StudentFormValues } from "./student-form-schema";
import { fieldsOf, placeValue, shownValue, valuesOf } from "./student-values";
import { usePlaces } from "./use-places";
import { useRecordSave } from "./use-record-save";
import { useRefusal } from "./use-refusal";

const ClosedCallout = lazy(() => import("../student-page/closed-callout"));
const StudentConflictNotice = lazy(() => import("./student-conflict-notice"));

const FORM = "edit-student";

/** Changes a record; where somebody else has saved meanwhile, both versions are shown to choose from. */
export function EditStudentPage({ id }: { id: string }) {
  const t = useTranslations("students.edit");
  const tForm = useTranslations("students.form");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const refusalOf = useRefusal();
  const { data } = useSuspenseQuery(trpc.student.get.queryOptions({ id }));
  // What the form was opened with.
  const [student] = useState(data);
  const [done, setDone] = useState(false);
  const places = usePlaces(student);
  const update = useMutation(trpc.student.update.mutationOptions()).mutateAsync;
  const href = studentHref("/org-admin", id);
  const form = useForm<StudentFormValues, unknown, StudentFormOutput>({
    resolver: lazyResolver(() => import("./student-form-schema").then((schemas) => schemas.studentSchema)),
    mode: "onTouched",
    defaultValues: valuesOf(student),
  });
  const { save, settle, conflict, failure, saving } = useRecordSave({
    initial: fieldsOf(student),
    send: (changes, base) => update({ id, ...changes, base }),
    onSaved: (values) => {
      setDone(true);
      void queries.invalidateQueries(trpc.student.pathFilter());
      toast(t("saved", { name: fullName(values) }));
      router.push(href);
    },
  });

  function show(field: string, value: unknown) {
    if (field === "sectionId" || field === "gradeId" || field === "yearId") return;
    form.setValue(field as keyof StudentFormValues, shownValue(field, value) as never);
  }

  const actions = (
    <>
      <ButtonLink variant="quiet" href={href}>
        {tUi("cancel")}
      </ButtonLink>
      <Button type="submit" form={FORM} variant="primary" pending={saving}>
        {t("save")}
      </Button>
    </>
  );
  const changes = done ? 0 : Object.keys(form.formState.dirtyFields).length;
  if (!data.rights.edit)
    return (
      <PageBody>
        <CrumbName name={fullName(student)} />
        <PageHeader title={t("title", { name: fullName(student) })} />
        <Suspense fallback={null}>
          <ClosedCallout student={data} area="/org-admin" />
        </Suspense>
      </PageBody>
    );
  return (
    <PageBody>
      <CrumbName name={fullName(student)} />
      <PageHeader
        title={t("title", { name: fullName(student) })}
        actions={
          <div className="flex items-center gap-2 max-sm:hidden">
            <SaveState changes={changes} saving={saving} />
            {actions}
          </div>
        }
      />
      <Suspense fallback={null}>
        {conflict ? (
          <StudentConflictNotice
            conflict={conflict}
            placeWords={places.wordsOf}
            saving={saving}
            onSettle={(choices) => {
              const theirs = Object.fromEntries(
                conflict.stale
                  .filter(({ field }) => choices.get(field) === "theirs")
                  .map(({ field, theirs: value }) => [field, value]),
              );
              if ("sectionId" in theirs || "gradeId" in theirs || "yearId" in theirs)
                form.setValue("place", placeValue({ ...conflict.yours, ...theirs }));
              void settle(choices, show);
            }}
          />
        ) : null}
      </Suspense>
      <StudentForm
        id={FORM}
        form={form}
        places={places.items}
        hasCode
        refusal={refusalOf(failure, {
          hrefOf: (holder) => studentHref("/org-admin", holder),
          label: tForm("openHolder"),
        })}
        onSubmit={({ place, ...values }) => save({ ...values, ...places.idsOf(place) })}
      />
      <div className="contents sm:hidden">
        <FootBar actions={actions} />
      </div>
      <LeaveGuard count={changes} onDiscard={() => form.reset()} />
    </PageBody>
  );
}
